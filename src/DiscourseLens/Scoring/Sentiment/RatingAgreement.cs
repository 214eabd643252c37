using MathNet.Numerics.Statistics;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>How well scores agree with people's ratings.</summary>
/// <param name="Count">Rated texts.</param>
/// <param name="Shortest">UTF-16 units of the shortest.</param>
/// <param name="Longest">UTF-16 units of the longest.</param>
/// <param name="Pearson">Pearson's r; NaN where ratings or scores do not vary.</param>
/// <param name="Spearman">Spearman's rank correlation; NaN likewise.</param>
/// <param name="MacroF1">Mean F1 over the classes negative, neutral and positive that occur in the ratings or the scores.</param>
public sealed record RatingAgreement(int Count, int Shortest, int Longest, double Pearson, double Spearman, double MacroF1)
{
    private const double ScoreBand = 0.05;

    /// <summary>Agreement over all texts, then over each quarter of them by length, shortest first.</summary>
    /// <param name="texts">At least one.</param>
    /// <param name="neutralBand">Ratings closer to 0 than this are neutral; scores are so below 0.05.</param>
    public static IReadOnlyList<RatingAgreement> ByLength(IReadOnlyCollection<RatedText> texts, double neutralBand)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);
        var sorted = texts.OrderBy(text => text.Length).ToList();
        var quarters = Enumerable.Range(0, 4).Select(quarter => sorted[(sorted.Count * quarter / 4)..(sorted.Count * (quarter + 1) / 4)]);
        return [Of(sorted, neutralBand), .. quarters.Where(quarter => quarter.Count > 0).Select(quarter => Of(quarter, neutralBand))];
    }

    private static RatingAgreement Of(List<RatedText> texts, double neutralBand)
    {
        double[] ratings = [.. texts.Select(text => text.Rating)], scores = [.. texts.Select(text => text.Score)];
        return new RatingAgreement(
            texts.Count, texts[0].Length, texts[^1].Length,
            Correlation.Pearson(ratings, scores), Correlation.Spearman(ratings, scores),
            F1([.. ratings.Select(rating => ClassOf(rating, neutralBand))], [.. scores.Select(score => ClassOf(score, ScoreBand))]));
    }

    private static int ClassOf(double value, double band) => Math.Abs(value) < band || value == 0 ? 0 : Math.Sign(value);

    private static double F1(int[] rated, int[] scored) => rated.Union(scored).Average(kind =>
    {
        var both = rated.Where((value, at) => value == kind && scored[at] == kind).Count();
        return 2.0 * both / (rated.Count(value => value == kind) + scored.Count(value => value == kind));
    });
}
