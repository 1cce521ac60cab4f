const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 0.001,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^(\d{1,20}(?:\.\d{1,9})?(?:[eE]\d{1,2})?)([A-Za-z]{0,2})$/;

/** Bytes of a quantity as clusters write it, such as `512Mi`; undefined: it is none. */
export function bytesOf(quantity: string): number | undefined {
  const [, number, unit = ''] = QUANTITY.exec(quantity) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
