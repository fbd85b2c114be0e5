//! FNV-1a, 64 bits: a hash that is the same on every platform, whatever the width of its words.

/// The hash of nothing.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of what was hashed before and these bytes.
pub(crate) fn extend(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u64 {
    extend(START, word.as_bytes())
}

#[cfg(test)]
mod tests {
    #[test]
    fn agrees_with_the_published_values() {
        assert_eq!(super::hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(super::hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(super::hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
