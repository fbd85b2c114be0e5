//! Reads one page, of text or of HTML, and prints what it holds: for a person, or with `--json` as one record.

use std::fs;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, Value, ValueExt};
use naba::{Extractor, Format, Positions, Record, json};
use naba_examples::{Style, present};

const HELP: &str = "\
Reads a scraped news page and prints what was kept, what was removed and why, and its articles.

usage: extract [options] [FILE]

  FILE                the page; standard input when left out or `-`, a bundled page when that is a terminal or empty
  --json              print the record as one line of JSON, with positions in UTF-8 bytes, and nothing else
  --format FORMAT     text or html; found out when left out
  --content-type TYPE the header it came with, as in `text/html; charset=windows-1256`
  --url URL           the address of the page
  --retrieved DAY     the day it was fetched, YYYY-MM-DD
  --color WHEN        auto (a terminal, and NO_COLOR is not set), always or never
  -h, --help          print this

The page may be in any encoding of the Web. Text of every direction stands in isolates (U+2068 … U+2069): a terminal with bidirectional text
shows Arabic as it is read. Exit codes: 0 done, 1 a file or stream failed, 2 wrong options.
";

const BUNDLED: &str = include_str!("page.txt");

/// What the command line says.
#[derive(Default)]
struct Command {
    file: Option<String>,
    is_json: bool,
    color: Option<bool>,
    options: json::Options,
}

/// Why nothing was printed.
enum Failure {
    /// The caller's: exit code 2.
    Use(String),
    /// The system's: exit code 1.
    Stream(String, io::Error),
}

fn main() -> ExitCode {
    let (message, code) = match run() {
        Ok(()) => return ExitCode::SUCCESS,
        // Whoever read the output has seen enough (`| head`).
        Err(Failure::Stream(_, error)) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(Failure::Stream(name, error)) => (format!("`{name}`: {error}"), 1),
        Err(Failure::Use(message)) => (message, 2),
    };
    eprintln!("extract: {message}");
    ExitCode::from(code)
}

fn run() -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = match command().map_err(|error| Failure::Use(format!("{error}; see --help")))? {
        None => out.write_all(HELP.as_bytes()),
        Some(command) => {
            let (name, page) = page(&command)?;
            let record = json::extract(&Extractor::new(), page.as_slice(), command.options, Positions::Utf8);
            let record = record.map_err(|error| Failure::Use(error.to_string()))?;
            print(&record, &name, command.is_json, command.color, &mut out)
        }
    };
    printed.and_then(|()| out.flush()).map_err(|error| Failure::Stream("standard output".to_owned(), error))
}

/// Reads the command line; `None` asks for help.
fn command() -> Result<Option<Command>, lexopt::Error> {
    let mut command = Command::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("json") => command.is_json = true,
            Long("url") => command.options.url = Some(arguments.value()?.string()?),
            Long("retrieved") => command.options.retrieved = Some(arguments.value()?.string()?),
            Long("content-type") => command.options.content_type = Some(arguments.value()?.string()?),
            Long("format") => {
                command.options.format =
                    Some(choice(&mut arguments, &[("text", Format::Text), ("html", Format::Html)])?);
            }
            Long("color") => {
                command.color =
                    choice(&mut arguments, &[("auto", None), ("always", Some(true)), ("never", Some(false))])?;
            }
            Value(file) if command.file.is_none() => command.file = Some(file.string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(command))
}

fn choice<T: Copy>(arguments: &mut lexopt::Parser, choices: &[(&str, T)]) -> Result<T, lexopt::Error> {
    arguments.value()?.parse_with(|given| {
        let found = choices.iter().find(|(name, _)| *name == given);
        let names = || choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        found.map(|(_, value)| *value).ok_or_else(|| format!("one of {}", names()))
    })
}

/// The page and what it is called.
fn page(command: &Command) -> Result<(String, Vec<u8>), Failure> {
    let bundled = || ("the bundled page, examples/rust/page.txt".to_owned(), BUNDLED.as_bytes().to_vec());
    let (name, bytes) = match command.file.as_deref().filter(|file| *file != "-") {
        Some(file) => (file, fs::read(file)),
        None if command.file.is_none() && io::stdin().is_terminal() => return Ok(bundled()),
        None => {
            let mut bytes = Vec::new();
            ("standard input", io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
        }
    };
    let bytes = bytes.map_err(|error| Failure::Stream(name.to_owned(), error))?;
    if bytes.is_empty() && command.file.is_none() && !command.is_json {
        return Ok(bundled());
    }
    Ok((name.to_owned(), bytes))
}

fn print(record: &Record, name: &str, is_json: bool, color: Option<bool>, out: &mut impl Write) -> io::Result<()> {
    if is_json {
        serde_json::to_writer(&mut *out, record)?;
        return out.write_all(b"\n");
    }
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_capable =
        || io::stdout().is_terminal() && !is_set("NO_COLOR") && std::env::var_os("TERM") != Some("dumb".into());
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = columns.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)));
    present(record, name, Style { color: color.unwrap_or_else(is_capable), width: width.unwrap_or(100) }, out)
}
