namespace DiscourseLens.Scoring.Sentiment;

/// <summary>One sentence of a text, with its compound score.</summary>
/// <param name="Start">First UTF-16 offset, from 0: the same in the text and in its prose.</param>
/// <param name="End">The offset behind its last unit.</param>
/// <param name="Compound">In [-1, 1].</param>
internal readonly record struct Sentence(int Start, int End, double Compound)
{
    /// <summary>How far away an offset is; 0 within the sentence.</summary>
    public int DistanceTo(int offset) => offset < Start ? Start - offset : offset >= End ? offset - End + 1 : 0;

    /// <summary>The mean of the compounds of at least one sentence, in [-1, 1], rounded to 4 digits.</summary>
    /// <remarks>Summed in whole ten-thousandths, which compounds are: the same sentences twice over have exactly the same mean.</remarks>
    public static double MeanOf(IReadOnlyList<Sentence> sentences)
    {
        long sum = 0;
        foreach (var sentence in sentences)
            sum += (long)Math.Round(sentence.Compound * 10_000);
        return PythonRounding.ToFourDigits(sum / (10_000.0 * sentences.Count));
    }
}
