namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Compares the raw score of texts with the reference's four figures.</summary>
public static class Parity
{
    /// <summary>The figures a reference line must have.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["neg", "neu", "pos", "compound"];

    /// <summary>The figures in which a text's score is another than the reference's; none where all are equal to the last digit.</summary>
    public static IEnumerable<(string Figure, double Expected, double Actual)> Differences(VaderScorer scorer, EvaluationLine line)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(line);
        var score = scorer.Score(line.Text.AsSpan());
        double[] actual = [score.Negative, score.Neutral, score.Positive, score.Compound];
        return Figures.Select((name, at) => (name, line.Figures[name], actual[at])).Where(figure => figure.Item2 != figure.Item3);
    }
}
