using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes the scores of one transaction; every statement can be run twice.</summary>
internal sealed class ScoreWriter(SqliteConnection connection, CurrentIds current) : IDisposable
{
    private readonly RelevanceRows _relevance = new(connection, current.Relevance);
    private readonly ReadabilityRows _readability = new(connection);
    private readonly SentimentRows _sentiment = new(connection, current.Sentiment);
    private readonly StanceRows _stance = new(connection, current.Stance);
    private readonly HashSet<(long SourceId, long DayMs)> _days = [];

    private readonly PreparedStatement _dirty = new(connection, """
        insert into dirty_day (source_id, day_ms) values (@source_id, @day_ms) on conflict do nothing
        """);

    public void Write(PostScores scores)
    {
        var post = scores.Post.Post;
        if (scores.Relevance is { } decision)
            _relevance.Write(post, decision);
        if (scores.Readability is { } readability)
            _readability.Write(post, readability);
        foreach (var row in scores.Sentiment)
            _sentiment.Write(post, row);
        foreach (var row in scores.Stance)
            _stance.Write(post, row);
        if (scores.IsRelevant)
            MarkDirty(post);
    }

    public void Dispose()
    {
        foreach (var part in new IDisposable[] { _relevance, _readability, _sentiment, _stance, _dirty })
            part.Dispose();
    }

    // Series are of relevant posts; the day of another agrees with its roll-up whatever is written of it.
    private void MarkDirty(PendingPost post)
    {
        var day = post.CreatedMs - (post.CreatedMs % 86_400_000);
        if (_days.Add((post.SourceId, day)))
            _dirty.Run(post.SourceId, day);
    }
}
