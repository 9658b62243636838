/**
 * Stands for what age-encryption needs for other keys than X25519: half of the library's weight, and never called,
 * because only X25519 keys are taken. See webpack.config.js.
 */
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
export const p256 = undefined;
