namespace DiscourseLens.Scoring.Sentiment;

/// <summary>One token of a text: a word, an emoticon or a number, without the punctuation around it.</summary>
/// <param name="Start">Offset of its first byte in the expanded text.</param>
/// <param name="Length">Bytes, at least 1.</param>
/// <param name="Word">Its number in the <see cref="WordTable"/>.</param>
/// <param name="IsUpper">Whether it is in capitals, as Python's <c>str.isupper()</c> has it.</param>
internal readonly record struct Token(int Start, int Length, ushort Word, bool IsUpper);
