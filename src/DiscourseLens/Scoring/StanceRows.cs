using DiscourseLens.Database;
using DiscourseLens.Scoring.Stance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes stance, and where there will be none. What comes later is not written, so that the post stays in line.</summary>
internal sealed class StanceRows(SqliteConnection connection, long? scorerId) : IDisposable
{
    private readonly PreparedStatement _score = new(connection, """
        insert into stance_score (item_id, scorer_id, target, label, favor, against, neutral, unrelated)
        values (@item_id, @scorer_id, @target, @label, @favor, @against, @neutral, @unrelated)
        on conflict do nothing
        """);

    private readonly PreparedStatement _missing = new(connection, """
        insert into stance_missing (item_id, scorer_id, target, reason) values (@item_id, @scorer_id, @target, @reason)
        on conflict do nothing
        """);

    public void Write(PendingPost post, StanceRow row)
    {
        if (row.Outcome.Score is { } score)
            Write(post, row.Target, score);
        else if (row.Outcome.Missing is { } reason)
            _missing.Run(post.ItemId, scorerId, row.Target, reason.ToString().ToLowerInvariant());
    }

    public void Dispose()
    {
        _score.Dispose();
        _missing.Dispose();
    }

    private void Write(PendingPost post, string target, StanceScore score) => _score.Run(
        post.ItemId, scorerId, target, score.Label.ToString().ToUpperInvariant(),
        score.Favor, score.Against, score.Neutral, score.Unrelated);
}
