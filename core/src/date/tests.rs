use super::*;
#[test]
fn dbg() {
    let r = Resources::builtin();
    let text = "12 june 2024";
    scan(text, r.lexicon(), |run| {
        println!("{:?}", run.tokens);
        for g in r.grammars() {
            println!("lang {:b} shapes {}", g.languages, g.shapes.len());
        }
        if let Kind::Word(id) = run.tokens[1].kind {
            for p in r.lexicon().phrases(id) { println!("{p:?}"); }
        }
        println!("{:?}", r.grammars()[1].levels[0].node(61)); let g=&r.grammars()[1]; let mut rd=Reader::new(r.lexicon(), g, run.tokens, text); println!("{:?}", rd.longest(0));
    });
}
