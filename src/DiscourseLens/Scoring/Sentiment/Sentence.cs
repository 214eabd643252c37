namespace DiscourseLens.Scoring.Sentiment;

/// <summary>One sentence of a text, with its compound score.</summary>
/// <param name="Start">First UTF-16 offset, from 0: the same in the text and in its prose.</param>
/// <param name="End">The offset behind its last unit.</param>
/// <param name="Compound">In [-1, 1].</param>
internal readonly record struct Sentence(int Start, int End, double Compound)
{
    /// <summary>How far away an offset is; 0 within the sentence.</summary>
    public int DistanceTo(int offset) => offset < Start ? Start - offset : offset >= End ? offset - End + 1 : 0;
}
