namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Percentile intervals of figures, by drawing clusters of texts with replacement (Efron and Tibshirani 1993, chapter 13).</summary>
internal static class Bootstrap
{
    public const int Replicates = 1000;
    private const int Seed = 20_240_811;

    /// <summary>Figures of the texts with their 95 % intervals.</summary>
    /// <param name="texts">At least one; those of one cluster are drawn together, one without a cluster alone.</param>
    /// <param name="figures">Named figures of a multiset of texts, always in the same order.</param>
    public static IReadOnlyList<Figure> Of(
        IReadOnlyList<PredictedText> texts, Func<IReadOnlyList<PredictedText>, IReadOnlyList<(string Name, double Value)>> figures)
    {
        var clusters = texts.Select((text, at) => (Text: text, Key: text.Coded.Cluster ?? $"\0{at}"))
            .GroupBy(pair => pair.Key, pair => pair.Text, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var drawn = Draw(clusters, figures);
        return [.. figures(texts).Select((figure, at) =>
        {
            var values = drawn.Select(replicate => replicate[at].Value).Where(double.IsFinite).Order().ToArray();
            return new Figure(figure.Name, figure.Value, Quantile(values, 0.025), Quantile(values, 0.975));
        })];
    }

    private static List<IReadOnlyList<(string Name, double Value)>> Draw(
        PredictedText[][] clusters, Func<IReadOnlyList<PredictedText>, IReadOnlyList<(string Name, double Value)>> figures)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Replicates).Select(_ =>
            figures([.. Enumerable.Range(0, clusters.Length).SelectMany(_ => clusters[random.Next(clusters.Length)])]))];
    }

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
