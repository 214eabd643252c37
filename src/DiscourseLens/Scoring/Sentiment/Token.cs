namespace DiscourseLens.Scoring.Sentiment;

/// <summary>One token of a text: a word, an emoticon or a number, without the punctuation around it.</summary>
/// <remarks>Filled in place, field by field: to copy one just made, the processor waits until its fields are written.</remarks>
internal struct Token
{
    /// <summary>Offset of its first byte in the expanded text.</summary>
    public int Start;

    /// <summary>Bytes, at least 1.</summary>
    public int Length;

    /// <summary>Its number in the <see cref="WordTable"/>.</summary>
    public ushort Word;

    /// <summary>Whether it is in capitals, as Python's <c>str.isupper()</c> has it.</summary>
    public bool IsUpper;

    /// <summary>False where there is certainly no ASCII punctuation in it.</summary>
    public bool MayHoldSigns;
}
