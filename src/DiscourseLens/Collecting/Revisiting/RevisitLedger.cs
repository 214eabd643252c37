using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Revisiting;

/// <summary>The table <c>revisit</c>: which posts of a source are due to be looked at again.</summary>
internal sealed class RevisitLedger(SqliteConnection connection, long sourceId, RevisitSchedule schedule)
{
    /// <summary>
    /// Enters posts that came in since. Older ones are spread over a week or a month: an archive's would otherwise fall due at once.
    /// </summary>
    public int Enrol(long nowMs)
    {
        const string Sql = """
            insert into revisit (item_id, source_id, due_ms, fixed_ms)
            select i.id, i.source_id,
                case when i.created_ms > @nowMs - 7 * @DayMs then max(i.created_ms, coalesce(i.captured_ms, 0)) + @DayMs
                    when i.created_ms > @nowMs - 90 * @DayMs then @nowMs + i.id * 2654435761 % 604800 * 1000
                    else @nowMs + i.id * 2654435761 % 2592000 * 1000 end,
                (select min(i.created_ms + a.value) from json_each(@ages) a where i.created_ms + a.value > @nowMs)
            from item i
            where i.source_id = @sourceId and i.id > (select coalesce(max(item_id), 0) from revisit where source_id = @sourceId)
            """;
        return connection.Execute(Sql, new { sourceId, nowMs, RevisitSchedule.DayMs, ages = JsonSerializer.Serialize(schedule.AgesMs) });
    }

    /// <summary>The posts that are due, those for a fixed age first.</summary>
    public IReadOnlyList<DuePost> Next(int most, long nowMs)
    {
        const string Columns = """
            select v.item_id as ItemId, i.native_id as NativeId, c.name_key as Community, i.created_ms as CreatedMs, v.fixed_ms as FixedMs,
                v.absences as Absences, v.absent_ms as AbsentMs
            from revisit v join item i on i.id = v.item_id join community c on c.id = i.community_id
            """;
        var first = connection.Query<DuePost>(
            $"{Columns} where v.source_id = @sourceId and v.fixed_ms <= @nowMs order by v.fixed_ms, v.item_id limit @most", new { sourceId, nowMs, most }).AsList();
        if (first.Count == most)
            return first;
        return [.. first, .. connection.Query<DuePost>(
            $"{Columns} where v.source_id = @sourceId and v.due_ms <= @nowMs and (v.fixed_ms is null or v.fixed_ms > @nowMs) order by v.due_ms, v.item_id limit @most",
            new { sourceId, nowMs, most = most - first.Count })];
    }

    /// <summary>A post was shown; it is due again by its age.</summary>
    public void Shown(DuePost post, long nowMs) => Note(post, RevisitSchedule.Due(post.CreatedMs, nowMs), 0, null, nowMs);

    /// <summary>A post was not shown; it is asked for again after a day, or by its age once its absence stands.</summary>
    public void Absent(DuePost post, int absences, bool stands, long nowMs) =>
        Note(post, stands ? RevisitSchedule.Due(post.CreatedMs, nowMs) : nowMs + RevisitSchedule.DayMs, absences, nowMs, nowMs);

    /// <summary>Asks again later, without having learnt anything.</summary>
    public void Delay(IEnumerable<DuePost> posts, long untilMs) => connection.Execute(
        "update revisit set due_ms = @untilMs, fixed_ms = null where item_id = @ItemId", posts.Select(post => new { post.ItemId, untilMs }));

    /// <summary>How far it has come.</summary>
    public static RevisitStatus Status(SqliteConnection connection, string origin, long nowMs)
    {
        const string Sql = """
            select count(*) as Posts, coalesce(sum(v.visited_ms is null), 0) as Unchecked,
                coalesce(sum(v.due_ms <= @nowMs or v.fixed_ms <= @nowMs), 0) as Due,
                min(coalesce(v.visited_ms, i.captured_ms, i.created_ms)) as OldestMs
            from item i join source s on s.id = i.source_id left join revisit v on v.item_id = i.id where s.name = @origin
            """;
        return connection.QuerySingle<StatusRow>(Sql, new { origin, nowMs }).ToStatus(nowMs);
    }

    private void Note(DuePost post, long dueMs, int absences, long? absentMs, long nowMs)
    {
        const string Sql = """
            update revisit set visited_ms = @nowMs, due_ms = @dueMs, fixed_ms = @fixedMs, absences = @absences, absent_ms = @absentMs
            where item_id = @ItemId
            """;
        connection.Execute(Sql, new { post.ItemId, nowMs, dueMs, fixedMs = schedule.NextFixed(post.CreatedMs, nowMs), absences, absentMs });
    }

    private sealed class StatusRow
    {
        public long Posts { get; init; }
        public long Unchecked { get; init; }
        public long Due { get; init; }
        public long? OldestMs { get; init; }

        public RevisitStatus ToStatus(long nowMs) => new(Posts, Unchecked, Due, OldestMs is { } ms ? TimeSpan.FromMilliseconds(nowMs - ms) : null);
    }
}

/// <summary>A post that is due.</summary>
internal sealed record DuePost
{
    public long ItemId { get; init; }
    public string NativeId { get; init; } = "";
    public string Community { get; init; } = "";
    public long CreatedMs { get; init; }
    public long? FixedMs { get; init; }
    public long Absences { get; init; }
    public long? AbsentMs { get; init; }
}
