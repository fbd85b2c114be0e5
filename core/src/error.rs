//! The one error of the library. Pages never fail; only what a caller configures can.

/// What was wrong with the caller's configuration or input encoding.
///
/// Messages are lower-case, without a full stop, with user input in backticks.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Kind {
    #[error("{what}: {source}")]
    Json { what: &'static str, source: serde_json::Error },
    #[error("{what}: `{day}` is not a day like `2024-06-12`")]
    Day { what: &'static str, day: String },
    #[error("data: {entry}: {source}")]
    Entry { entry: String, source: serde_json::Error },
    #[error("data: {entry} {fault}")]
    Data { entry: String, fault: String },
    #[error("table: `{0}` is none of `articles`, `events`, `organizations`, `mentions`, `warnings`")]
    Table(String),
}
