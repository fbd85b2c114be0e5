use super::*;
#[test]
fn dbg() {
    let r = Resources::builtin();
    let text = "in room 2012 on";
    println!("{:?}", r.lexicon().roles);
    scan(text, r.lexicon(), |run| {
        println!("{:?}", run.tokens);
        for g in r.grammars() { let mut rd=Reader::new(r.lexicon(), g, run.tokens, text); for i in 0..4 { println!("{:b} {i} {:?}", g.languages, rd.longest(i).map(|f| (f.shape, f.meaning, rd.rule(&f)))); } }
        if let Kind::Word(id) = run.tokens[1].kind {
            for p in r.lexicon().phrases(id) { println!("{p:?}"); }
        }
    });
}
