namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Turns the valences of a text into its four figures.</summary>
internal static class VaderTotals
{
    /// <summary>What one "!" adds to the whole text; the fifth adds nothing more.</summary>
    const double PerExclamation = 0.292;
    const int MostExclamations = 4;

    /// <summary>What each of two or three "?" adds; one adds nothing, and more than three add the most.</summary>
    const double PerQuestion = 0.18, ManyQuestions = 0.96;

    /// <summary>About the largest sum to be expected; sets how fast the compound nears 1.</summary>
    const double Alpha = 15;

    /// <summary>The figures of a text of at least one token.</summary>
    /// <param name="valences">Valences other than 0 in the text's order, which the sum's last bits hang on.</param>
    /// <param name="neutralCount">Tokens without valence.</param>
    /// <param name="emphasis">From <see cref="Emphasis"/>.</param>
    public static SentimentScore Of(ReadOnlySpan<double> valences, int neutralCount, double emphasis)
    {
        double sum = 0, positive = 0, negative = 0;
        foreach (var valence in valences)
        {
            sum += valence;
            // One more each way makes up for a neutral word's counting as 1.
            if (valence > 0)
                positive += valence + 1;
            else
                negative += valence - 1;
        }
        var compound = Compound(Emphasize(sum, emphasis));
        if (positive > -negative)
            positive += emphasis;
        else if (positive < -negative)
            negative -= emphasis;
        var total = positive - negative + neutralCount;
        return new SentimentScore(
            PythonRounding.ToThreeDigits(Math.Abs(negative / total)),
            PythonRounding.ToThreeDigits(neutralCount / total),
            PythonRounding.ToThreeDigits(positive / total),
            PythonRounding.ToFourDigits(compound));
    }

    /// <summary>What the text's exclamation and question marks add to its stronger side.</summary>
    public static double Emphasis(int exclamations, int questions) =>
        (Math.Min(exclamations, MostExclamations) * PerExclamation)
        + (questions <= 1 ? 0 : questions <= 3 ? questions * PerQuestion : ManyQuestions);

    /// <summary>A sum with the emphasis, which leads away from 0.</summary>
    public static double Emphasize(double sum, double emphasis) => sum > 0 ? sum + emphasis : sum < 0 ? sum - emphasis : sum;

    /// <summary>A sum of valences brought into [-1, 1], not rounded.</summary>
    public static double Compound(double sum) => Math.Clamp(sum / Math.Sqrt((sum * sum) + Alpha), -1, 1);
}
