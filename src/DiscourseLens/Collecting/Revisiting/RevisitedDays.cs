using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Revisiting;

/// <summary>
/// Raises the last capture of days whose posts were looked at again: to the earliest last look at any stored post of the day, kind and
/// community, so that a day counts as settled only once all of them were seen that late.
/// </summary>
internal sealed class RevisitedDays(SqliteConnection connection, long sourceId, long fileId)
{
    private const long DayMs = RevisitSchedule.DayMs;

    /// <summary>Notes what a batch of visits means for its posts' days, inside the open transaction.</summary>
    public void Note(IReadOnlyList<DuePost> visited)
    {
        const string Raise = """
            insert into archive_count (file_id, kind, community_id, day_ms, n, captured_ms)
            select @fileId, i.kind, i.community_id, @day, 0, min(coalesce(v.visited_ms, i.captured_ms, 0))
            from item i left join revisit v on v.item_id = i.id
            where i.source_id = @sourceId and i.created_ms >= @day and i.created_ms < @day + @DayMs
            group by i.kind, i.community_id having min(coalesce(v.visited_ms, i.captured_ms, 0)) > 0
            on conflict do update set captured_ms = excluded.captured_ms where excluded.captured_ms > coalesce(captured_ms, 0);
            """;
        const string Mark = "insert into dirty_day (source_id, day_ms) values (@sourceId, @day) on conflict do nothing";
        foreach (var day in visited.Select(post => post.CreatedMs / DayMs * DayMs).Distinct().ToList())
        {
            if (connection.Execute(Raise, new { fileId, sourceId, day, DayMs }) > 0)
                connection.Execute(Mark, new { sourceId, day });
        }
    }
}
