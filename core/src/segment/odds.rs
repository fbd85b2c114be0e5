//! Logarithms and powers that are the same to the last bit on every platform: made of sums, products and quotients, which IEEE 754
//! defines, where those of the platforms' libraries differ.

/// The logarithm of the sum of two numbers that are given by theirs.
pub(super) fn both(a: f32, b: f32) -> f32 {
    a.max(b) + ln_1p(decay((a - b).abs()))
}

/// How likely something is whose odds have this logarithm, from 0 to 1.
pub(super) fn likelihood(odds: f32) -> f32 {
    let less = decay(odds.abs());
    if odds < 0.0 { less / (1.0 + less) } else { 1.0 / (1.0 + less) }
}

/// From here on e to the power of -x is nothing beside 1.
const FAR: f32 = 20.0;
/// How often the power of a small number is squared.
const SQUARES: u32 = 10;

/// e to the power of -x, for x from 0 on.
fn decay(x: f32) -> f32 {
    if x.is_nan() || x >= FAR {
        return 0.0;
    }
    let small = f64::from(x) / f64::from(1_u32 << SQUARES);
    let power = 1.0 + small * (1.0 + small * (0.5 + small / 6.0));
    let whole = (0..SQUARES).fold(power, |power, _| power * power);
    (1.0 / whole) as f32
}

/// The logarithm of 1 + x, for x from 0 to 1: twice the inverse hyperbolic tangent of x / (2 + x).
fn ln_1p(x: f32) -> f32 {
    let z = f64::from(x) / (2.0 + f64::from(x));
    let square = z * z;
    let series = [15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0].iter().fold(1.0 / 17.0, |sum, odd| 1.0 / odd + square * sum);
    (2.0 * z * (1.0 + square * series)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_library_of_the_platform_has_them() {
        for step in 0..=400 {
            let x = step as f32 / 20.0;
            assert!((decay(x) - (-x).exp()).abs() < 1e-6, "{x}");
            assert!((both(x, 1.0) - (x.exp() + 1_f32.exp()).ln()).abs() < 1e-5, "{x}");
            assert!((likelihood(-x) - 1.0 / (1.0 + x.exp())).abs() < 1e-6, "{x}");
        }
        assert!(likelihood(1000.0) > 0.999_999 && likelihood(-1000.0) < 1e-6 && both(-1000.0, 1000.0) > 999.0);
    }
}
