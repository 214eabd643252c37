using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring;

/// <summary>
/// Sentiment of stored posts: a row for all targets, and one for each target whose window says something else. One instance
/// serves one thread at a time.
/// </summary>
internal sealed class SentimentScoring(SentimentModel model)
{
    private readonly SentimentReader _reader = new(model);

    /// <summary>The rows of one post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="named">What a relevant post names, and where; null for one that is not relevant.</param>
    public IReadOnlyList<SentimentRow> Score(PendingPost post, StoredNames? named)
    {
        var reading = _reader.Read(post.Text ?? "");
        if (named is null)
            return [new SentimentRow(Targets.All, reading, null)];
        var all = _reader.Window(Targets.All, named.Places);
        List<SentimentRow> rows = [new(Targets.All, reading, all)];
        foreach (var target in Targets.IdsOf(named.Targets))
        {
            if (_reader.Window(target, named.Places) is { } window && window != all)
                rows.Add(new SentimentRow(target, reading, window));
        }

        return rows;
    }
}

/// <summary>What is stored of a post's sentiment for one target; the window alone depends on the target.</summary>
internal sealed record SentimentRow(string Target, SentimentReading Reading, double? Window);
