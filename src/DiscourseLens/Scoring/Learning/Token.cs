namespace DiscourseLens.Scoring.Learning;

/// <summary>A word or telling sign of a text.</summary>
internal struct Token
{
    /// <summary>First UTF-16 offset in the text read.</summary>
    public int Start;

    /// <summary>The offset behind the last unit.</summary>
    public int End;

    /// <summary>Where its letters stand in the reader's store.</summary>
    public int Letters;

    /// <summary>How many letters it has there.</summary>
    public int Length;

    /// <summary>The sentence it stands in.</summary>
    public int Sentence;

    /// <summary>The hash of its letters.</summary>
    public ulong Word;

    /// <summary>What stands for it in word sequences: its word, or its mask's symbol.</summary>
    public ulong Symbol;

    /// <summary>The cues it gives, a bit for each category of the lexicon.</summary>
    public ulong Cues;

    /// <summary>What else is known of it.</summary>
    public TokenTraits Traits;

    /// <summary>Whether a trait holds.</summary>
    public readonly bool Is(TokenTraits trait) => (Traits & trait) != 0;
}

/// <summary>Traits of a token.</summary>
[Flags]
internal enum TokenTraits : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Under a negation.</summary>
    Negated = 1,

    /// <summary>Between quotation marks.</summary>
    Quoted = 2,

    /// <summary>In capitals, two letters at least.</summary>
    Upper = 4,

    /// <summary>A sign, not a word.</summary>
    Sign = 8,

    /// <summary>A comma or the like stands behind it.</summary>
    Pause = 16,

    /// <summary>Its word is hidden behind a mask.</summary>
    Masked = 32,

    /// <summary>In a clause behind "but" or the like.</summary>
    Turned = 64,
}
