/** `starts`, `startup`, `crash`, or `config, line 2`: what a server says of a configuration, without the reason. */
export function verdictText(verdict: {
  readonly isStartable: boolean;
  readonly stage?: string | undefined;
  readonly line: number | null;
}): string {
  if (verdict.isStartable) return 'starts';
  return verdict.line === null ? `${verdict.stage}` : `${verdict.stage}, line ${verdict.line}`;
}
