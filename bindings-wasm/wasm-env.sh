# Finds a compiler for wasm32-unknown-unknown; source me from the root of the repository.
#
# Sets WASM_CARGO (array: a `cargo build` for that target), WASM_OUT (the folder its output lies in) and WASM_STD:
# `rustup` when the toolchain has or can fetch the target's std, else `debian`: Debian's compiler builds std from
# source. Set WASM_STD=debian beforehand to force that one. The two keep apart folders, else each switch rebuilds all.
_target=wasm32-unknown-unknown
# Functions are copied into their callers only when they are small: 5 % of the packed bytes, and no slower.
_flags="${RUSTFLAGS:-} -C llvm-args=-inline-threshold=5"
_has_std() { compgen -G "$(rustc --print target-libdir --target $_target 2>/dev/null)/libstd-*.rlib" >/dev/null; }
_add_std() { timeout "${WASM_RUSTUP_TIMEOUT:-60}" rustup target add $_target >/dev/null 2>&1 && _has_std; }

if [ "${WASM_STD:-}" != debian ] && { _has_std || _add_std; }; then
  WASM_STD=rustup
  WASM_OUT=${CARGO_TARGET_DIR:-target}/$_target
  WASM_CARGO=(env RUSTFLAGS="$_flags" cargo build --locked --target $_target)
else
  WASM_STD=debian
  if ! compgen -G '/usr/src/rustc-*/library' >/dev/null || ! [ -x /usr/bin/cargo ] || ! [ -x /usr/bin/wasm-ld-22 ]; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends \
      rustc-web cargo-web rust-web-src lld-22 >/dev/null
  fi
  WASM_OUT=${CARGO_TARGET_DIR:-target}/debian/$_target
  WASM_CARGO=(env RUSTFLAGS="$_flags" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target}/debian"
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-22
    /usr/bin/cargo build --locked --target $_target -Z build-std=std,panic_abort)
fi
echo "wasm std: $WASM_STD"
