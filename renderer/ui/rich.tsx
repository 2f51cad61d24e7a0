/** Text in which `*stars*` set words in bold. */
export function Rich({ text }: { text: string }) {
  return text.split('*').map((part, index) =>
    index % 2 === 1 ? (
      <b key={`${part}`} className="font-semibold">
        {part}
      </b>
    ) : (
      part
    ),
  );
}
