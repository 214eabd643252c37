using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;
using DiscourseLens.Trends.Suppression;

namespace DiscourseLens.Trends.Changes;

/// <summary>Turns what two intervals' clusters said into what may be shown of it.</summary>
internal static class ChangeEstimate
{
    /// <summary>The comparison, small cells suppressed.</summary>
    public static Change Of(
        ChangeQuery query, string gate, string scorer, (IntervalFacts A, IntervalFacts B) facts, MatchedDays days,
        IReadOnlyList<AuthorPair> authors, HiddenParts hidden, IReadOnlyList<ScorerBreak> breaks, SuppressionRule rule)
    {
        var measure = query.Series.Measure;
        var (readA, readB) = (facts.A.Read(days.A), facts.B.Read(days.B));
        var sums = PairSums.Of(authors);
        var a = Side(measure, query.A, facts.A, days.A.Count, sums.First, authors.Select(author => author.First), readA, hidden.A, rule);
        var b = Side(measure, query.B, facts.B, days.B.Count, sums.Second, authors.Select(author => author.Second), readB, hidden.B, rule);
        var shown = !a.Suppressed && !b.Suppressed && sums.First.N > 0 && sums.Second.N > 0;
        var difference = shown ? DifferenceEstimator.Of(measure, sums, (readA, readB), (days.A.Count, days.B.Count)) : null;
        var decomposition = shown && measure == Measure.Sentiment ? Decomposition.Of(authors, hidden.Decomposition, rule) : null;
        return new(
            query, gate, scorer, a, b, days.Matching, difference, decomposition, breaks,
            ChangeSentence.Of(query, a, b, days.Matching, difference),
            [.. ChangeNotes.Of(query, a, b, days.Matching, difference), .. breaks.Select(each => each.Note())]);
    }

    private static ChangeSide Side(
        Measure measure, DayRun interval, IntervalFacts facts, int days, ClusterSums sums, IEnumerable<AuthorSum> authors, long read,
        bool tells, SuppressionRule rule)
    {
        var small = rule.Hides(sums.N, sums.Authors);
        var (hidden, untold) = (small || tells, tells && !small);
        var level = hidden ? default : Estimator.Exact(measure, sums, read);
        var per = measure == Measure.Volume ? days : 1;
        var said = authors.Where(author => author.N > 0).ToList();
        return new(
            interval, days, facts.All.State(sums.N), facts.All.Coverage,
            ShownCount.Of(sums.N, rule.MinPosts, small, untold), ShownCount.Of(sums.Authors, rule.MinAuthors, small, untold),
            level.Value / per, level.Low / per, level.High / per,
            hidden ? null : Concentration.Of(measure, said, read)?.Coarse(measure, Weighting.Post, said.Count),
            hidden || measure != Measure.Sentiment ? null : AuthorVote.Mean(said).Value,
            hidden);
    }
}
