import type { HostedServer, HostReading } from '../host-reading.js';

const TAG = /\{\{|\{%|<%/;

/** Servers whose words a template engine is still to write are not read: where a word ends is not known either. */
export function withoutTemplates(reading: HostReading): HostReading {
  const isTemplated = ({ command }: HostedServer) => command?.words.some(({ text }) => TAG.test(text.text)) ?? false;
  const left = reading.servers.filter(isTemplated).flatMap(({ command }) => command?.extent ?? []);
  if (left.length === 0) return reading;
  return {
    servers: reading.servers.filter((server) => !isTemplated(server)),
    notAnalysed: [...reading.notAnalysed, ...left.map((at) => ({ at, reason: 'template' as const }))],
  };
}
