//! A text with one byte for each of its letters, so that tables in Arabic take no more room than those in Latin letters. The build script
//! packs, the library unpacks.

/// What stands before a letter that has no byte of its own.
const ESCAPE: u8 = 0xFF;
/// The first byte that stands for a letter outside ASCII.
const FIRST: u8 = 0x80;

/// The text of what [`pack`] wrote.
#[allow(dead_code)]
pub(crate) fn unpack(packed: &[u8]) -> String {
    let (letters, packed) = packed.split_at(packed.iter().position(|&byte| byte == b'\n').unwrap_or_default());
    let letters: Vec<char> = String::from_utf8_lossy(letters).chars().collect();
    let mut text = String::with_capacity(packed.len() * 3 / 2);
    let mut bytes = packed.iter().skip(1);
    while let Some(&byte) = bytes.next() {
        text.push(match byte {
            ..FIRST => char::from(byte),
            ESCAPE => {
                let code = bytes.by_ref().take(3).fold(0, |code, &byte| (code << 8) | u32::from(byte));
                char::from_u32(code).unwrap_or_default()
            }
            _ => letters.get(usize::from(byte - FIRST)).copied().unwrap_or_default(),
        });
    }
    text
}

/// A text with a byte for each letter of ASCII and each of the letters outside it that are most frequent, which stand in the first
/// line; the others take four.
#[allow(dead_code)]
pub(crate) fn pack(text: &str) -> Vec<u8> {
    let mut counts = std::collections::BTreeMap::new();
    text.chars().filter(|letter| !letter.is_ascii()).for_each(|letter| *counts.entry(letter).or_insert(0_usize) += 1);
    let mut letters: Vec<(char, usize)> = counts.into_iter().collect();
    letters.sort_by_key(|&(letter, count)| (std::cmp::Reverse(count), letter));
    letters.truncate(usize::from(ESCAPE - FIRST));
    // In the order of Unicode, where letters that stand together are near each other.
    letters.sort_unstable();
    let letters: Vec<char> = letters.into_iter().map(|(letter, _)| letter).collect();
    let mut packed = letters.iter().collect::<String>().into_bytes();
    packed.push(b'\n');
    for letter in text.chars() {
        match letters.binary_search(&letter) {
            _ if letter.is_ascii() => packed.extend(letter.to_string().into_bytes()),
            Ok(at) => packed.push(FIRST + u8::try_from(at).unwrap_or_default()),
            Err(_) => {
                packed.push(ESCAPE);
                packed.extend(u32::from(letter).to_be_bytes().into_iter().skip(1));
            }
        }
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn unpacks_what_was_packed() {
        let many: String = ('\u{80}'..'\u{300}').chain("😀\u{10FFFF}".chars()).collect();
        for text in ["", "\n", "abc\n\t", "نبأ\n😀 é", many.as_str()] {
            assert_eq!(unpack(&pack(text)), text);
        }
        assert_eq!(pack("نبأ").len(), 10);
        assert_eq!(unpack(b""), "");
        assert_eq!(unpack(b"\n\xFF\xFF").chars().count(), 1, "cut inside a letter");
    }
}
