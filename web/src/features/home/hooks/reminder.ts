/** A calendar file that rings ten minutes before and at the opening; works on every phone, needs no permission. */
export function reminderFile(event: {
  id: string
  startsAt: string
  title: string
  text: string
  url: string
}): string {
  const stamp = (iso: string) => `${new Date(iso).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const plain = (text: string) => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n')
  const alarm = (before: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${plain(event.title)}`,
    `TRIGGER:${before}`,
    'END:VALARM',
  ]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Thi So//VI',
    'BEGIN:VEVENT',
    `UID:${event.id}@thi-so`,
    `DTSTAMP:${stamp(event.startsAt)}`,
    `DTSTART:${stamp(event.startsAt)}`,
    'DURATION:PT15M',
    `SUMMARY:${plain(event.title)}`,
    `DESCRIPTION:${plain(event.text)}`,
    `URL:${event.url}`,
    ...alarm('-PT10M'),
    ...alarm('PT0M'),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
