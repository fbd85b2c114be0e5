//! Writes the JavaScript glue of a built .wasm: `naba-bindgen <in.wasm> <out-folder>`.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        eprintln!("usage: naba-bindgen <in.wasm> <out-folder>");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    let done = bindgen.input_path(input).out_name("naba").typescript(false).web(true).and_then(|bindgen| {
        // The glue then finds its .wasm beside itself, by a URL that bundlers understand.
        bindgen.omit_default_module_path(false);
        bindgen.remove_name_section(true).remove_producers_section(true).generate(folder)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("naba-bindgen: {error:#}");
            ExitCode::FAILURE
        }
    }
}
