import type { FieldExamples } from '../field.ts'

export const examples: FieldExamples<'richText', string> = {
  field: { type: 'richText' },
  plainShown: true,
  values: [
    '<p>Zażółć <strong>gęślą</strong> <em>jaźń</em></p>',
    '<h2>Ustalenia</h2><ul><li><p>pierwsze</p><ul><li><p>głębiej</p></li></ul></li><li><p>drugie</p></li></ul><ol><li><p>a</p></li></ol>',
    '<p>„a &lt; b &amp;&amp; c &gt; d”, \'o\'brien\' \\ %</p><p></p><p>po  przerwie<br>i nowym wierszu</p>',
    '<p><a href="https://firma.pl/?a=1&amp;b=%22">strona</a> <a href="mailto:jan@firma.pl">list</a> <a href="tel:+48601234567">telefon</a></p>',
    '<blockquote><p><u>podkreślone</u> <s>skreślone</s> 🙂</p></blockquote>',
    `<p>${'ą'.repeat(5000)}</p>`,
  ],
  refused: [
    7, {}, ['<p>a</p>'],
    '<script>alert(1)</script>', '<p onclick="x()"><img src=x onerror=alert(1)></p>', '<svg><p>a</p></svg>', '<iframe src="https://firma.pl"></iframe>', '<style>p{}</style>',
    '<p><a href="javascript:alert(1)">a</a></p>', '<p><a href="&#106;avascript:alert(1)">a</a></p>', "<p><a href='data:text/html,x'>a</a></p>", '<p><a href="https://a b">a</a></p>', '<p><a href="//firma.pl">a</a></p>',
    '<p>a', '<p>a</b></p>', '</p>', '<p>a < b</p>', '<!-- a --><p>b</p>', '<li><p>a</p></li>', '<ul><p>a</p></ul>', '<p><ul><li>a</li></ul></p>', '<p>&#0;</p>', '<p>a\u0000</p>',
    '<p>'.repeat(40), `${'<blockquote>'.repeat(40)}a${'</blockquote>'.repeat(40)}`, `<p>${'a'.repeat(200_001)}</p>`, '<constructor>a</constructor>',
  ],
  typed: [
    { text: 'a < b & c', value: '<p>a &lt; b &amp; c</p>' },
    { text: 'jeden\r\n\r\ndwa  ', value: '<p>jeden</p><p></p><p>dwa</p>' },
    { text: '<p style="color:red" onclick="x()">a <b class="x">b</b></p>', value: '<p>a <strong>b</strong></p>' },
    { text: '<div>a</div>słowa <i>obok</i>\n<h1>b</h1>', value: '<p>a</p><p>słowa <em>obok</em> </p><h2>b</h2>' },
    { text: '<ul> <li>sam tekst</li> </ul>', value: '<ul><li><p>sam tekst</p></li></ul>' },
    { text: '<script>alert(1)</script>', value: '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>' },
    { text: '<p> </p><p></p>', value: null },
    { text: ' ', value: null },
  ],
  typedRefused: ['a\u0007'],
}
