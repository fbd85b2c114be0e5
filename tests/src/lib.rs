//! What the tests and measuring programs share.

pub mod annotated;
pub mod figures;
pub mod fragment;
pub mod generate;
pub mod oracle;

use std::io::{self, BufRead, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads JSON lines from standard input and writes one JSON line for each.
///
/// # Errors
///
/// When a line is not JSON of the right shape, or a stream breaks.
pub fn json_lines<I: DeserializeOwned, O: Serialize>(mut each: impl FnMut(I) -> O) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        if !line.trim().is_empty() {
            serde_json::to_writer(&mut out, &each(serde_json::from_str(&line)?))?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}
