use super::*;
#[test]
fn dbg() {
    let r = Resources::builtin();
    for text in ["برقم وتاريخ 27/07/1443هـ.", "يومي الثلاثاء والأربعاء 4 و5 يونيو 2024 خلف", "l'année en cours et l'année prochaine."] {
    scan(text, r.lexicon(), |run| {
        for t in run.tokens { println!("{:?} {}", t, &text[t.range.clone()]); }
        for g in r.grammars() { let mut rd=Reader::new(r.lexicon(), g, run.tokens, text); for i in 0..run.tokens.len() { if let Some(f)=rd.longest(i) {println!("{:b} {i} {:?}", g.languages, (f.tokens.clone(), f.meaning, rd.rule(&f))); }} }
    });
    }
}
