namespace DiscourseLens.Scoring.Sentiment;

/// <summary>From valences to the four numbers: "but", punctuation, shares, compound.</summary>
internal static class VaderScore
{
    private const double Exclamation = 0.292;
    private const int MostExclamations = 4;
    private const double Question = 0.18;
    private const int MostQuestions = 3;
    private const double ManyQuestions = 0.96;
    private const double CompoundAlpha = 15;
    private const double BeforeBut = 0.5;
    private const double AfterBut = 1.5;

    /// <summary>Weighs the clauses around the first "but".</summary>
    /// <param name="positions">Token index of each valence that is not 0, in order.</param>
    /// <param name="valences">The valences, changed in place.</param>
    /// <param name="but">Token index of the first "but".</param>
    /// <remarks>
    /// The reference changes the list while it looks values up in it by equality, so an earlier equal value is changed in
    /// place of the one meant. Zeros cannot change, so the others alone reproduce it.
    /// </remarks>
    public static void WeighAroundBut(ReadOnlySpan<int> positions, Span<double> valences, int but)
    {
        for (var i = 0; i < valences.Length; i++)
        {
            var first = valences[..(i + 1)].IndexOf(valences[i]);
            if (positions[first] < but)
                valences[first] *= BeforeBut;
            else if (positions[first] > but)
                valences[first] *= AfterBut;
        }
    }

    /// <summary>What "!" and "?" add to the strength of a text.</summary>
    public static double Emphasis(int exclamations, int questions)
    {
        var amplified = Math.Min(exclamations, MostExclamations) * Exclamation;
        if (questions > 1)
            amplified += questions <= MostQuestions ? questions * Question : ManyQuestions;
        return amplified;
    }

    /// <summary>The four numbers from the valences that are not 0.</summary>
    public static SentimentScore Of(ReadOnlySpan<double> valences, int tokens, double emphasis)
    {
        var (sum, positive, negative) = (0.0, 0.0, 0.0);
        var neutral = tokens - valences.Length;
        foreach (var valence in valences)
        {
            sum += valence;
            if (valence > 0)
                positive += valence + 1; // a neutral word counts 1
            else
                negative += valence - 1;
        }

        sum += Math.Sign(sum) * emphasis;
        var compound = Math.Clamp(sum / Math.Sqrt((sum * sum) + CompoundAlpha), -1, 1);
        if (positive > -negative)
            positive += emphasis;
        else if (positive < -negative)
            negative -= emphasis;
        var total = positive - negative + neutral;
        return new SentimentScore(
            PythonRounding.Round(Math.Abs(negative / total), 1000),
            PythonRounding.Round(Math.Abs(neutral / total), 1000),
            PythonRounding.Round(Math.Abs(positive / total), 1000),
            PythonRounding.Round(compound, 10_000));
    }
}
