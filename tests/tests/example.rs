//! The command of the README, `cargo run --example extract`, as a person or a program calls it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let cargo = ["run", "-q", "--example", "extract", "--"];
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).args(cargo).args(arguments).env("COLUMNS", "100");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that ends early reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn json_is_one_record_on_one_line() {
    let page = "😀 عنوان الخبر\n12 مايو 2024\nنص الخبر هنا.\n";
    let output = run(&["--json", "--url", "https://example.org/1", "--retrieved", "2024-05-13"], page.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    let [line] = lines.as_slice() else { panic!("{} lines", lines.len()) };
    let record: Value = serde_json::from_str(line).unwrap();
    assert_eq!(record["text"], page);
    assert_eq!(record["positions"], "utf-8");
    assert_eq!(record["url"], "https://example.org/1");
    assert_eq!(record["retrieved"], "2024-05-13");
    let empty: Value = serde_json::from_slice(&run(&["--json"], b"").stdout).unwrap();
    assert_eq!(empty["text"], "");
}

#[test]
fn a_person_sees_the_bundled_page_without_colour_when_there_is_none() {
    let output = run(&[], b"");
    let shown = text(&output.stdout);
    assert!(output.status.success() && shown.contains("article 1 of 1") && !shown.contains('\u{1B}'), "{shown}");
    assert!(text(&run(&["--color", "always"], b"").stdout).contains("\u{1B}[1;32m"));
}

#[test]
fn what_cannot_be_read_is_named() {
    for (arguments, input, code, said) in [
        (&["--json"][..], "é\n".as_bytes().split_last().unwrap().1, 0, ""),
        (&["--format", "html"], b"caf\xE9 noir", 0, ""),
        (&["--format", "pdf"], b"", 2, "one of text, html"),
        (&["--retrieved", "yesterday"], b"x", 2, "`yesterday`"),
        (&["--nothing"], b"", 2, "--nothing"),
        (&["no/such/file"], b"", 1, "`no/such/file`"),
    ] {
        let output = run(arguments, input);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let error = text(&output.stderr);
        assert!(error.contains(said) && error.lines().count() <= 1, "{arguments:?}: {error}");
    }
}
