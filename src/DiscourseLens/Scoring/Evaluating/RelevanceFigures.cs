namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Named figures of agreement on relevance.</summary>
internal static class RelevanceFigures
{
    private const int Relevant = 0, Unrelated = 1;

    public static IReadOnlyList<(string Name, double Value)> Of(IReadOnlyList<PredictedText> texts, Func<PredictedText, double> weight)
    {
        var matrix = new ConfusionMatrix(2);
        foreach (var text in texts)
            matrix.Add(text.IsRelevant ? Relevant : Unrelated, text.Relevance.Relevant ? Relevant : Unrelated, weight(text));
        return
        [
            ("relevance_precision", matrix.Precision(Relevant)),
            ("relevance_recall", matrix.Recall(Relevant)),
            ("relevance_f1", matrix.F1(Relevant)),
        ];
    }
}
