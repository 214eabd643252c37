using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes stance.</summary>
internal sealed class StanceRows(SqliteConnection connection, long? scorerId) : IDisposable
{
    private readonly PreparedStatement _score = new(connection, """
        insert into stance_score (item_id, scorer_id, target, label, favor, against, neutral, unrelated)
        values (@item_id, @scorer_id, @target, @label, @favor, @against, @neutral, @unrelated)
        on conflict do nothing
        """);

    public void Write(PendingPost post, StanceRow row) => _score.Run(
        post.ItemId, scorerId, row.Target, row.Score.Label.ToString().ToUpperInvariant(),
        row.Score.Favor, row.Score.Against, row.Score.Neutral, row.Score.Unrelated);

    public void Dispose() => _score.Dispose();
}
