using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>What makes the views dense: the range of each community, the calendar, the series there are, the limits.</summary>
internal static class SeriesFrame
{
    /// <summary>Makes all of it again; it is small.</summary>
    public static void Refresh(SqliteConnection connection, CurrentScorers scorers, SeriesOptions options)
    {
        connection.Execute(ReplaceRanges);
        RefreshCalendar(connection);
        connection.Execute(
            RefreshSeries,
            new { Gate = scorers.Relevance?.Id, Sentiment = scorers.Sentiment?.Id, Stance = scorers.Stance?.Id });
        connection.Execute(
            """
            update series_setting
            set provisional_days = @ProvisionalDays, min_posts = @MinPosts, min_authors = @MinAuthors
            where id = 1
            """,
            new { options.ProvisionalDays, options.Suppression.MinPosts, options.Suppression.MinAuthors });
    }

    private const string ReplaceRanges = """
        delete from community_range;

        insert into community_range (source_id, community_id, spans_of, from_day_ms, until_day_ms)
        with wanted as (
            select src.id as source_id, com.id as community_id,
                case when com.id = 0 or exists (
                    select 1 from coverage_span spa where spa.source_id = src.id and spa.community_id = com.id)
                then com.id end as spans_of
            from source src
            join community com on com.source_id = src.id or com.id = 0
        ),
        edge as (
            select source_id, community_id, spans_of,
                (select min(spa.from_day_ms) from coverage_span spa
                    where spa.source_id = wanted.source_id and spa.community_id is wanted.spans_of) as span_from,
                (select max(spa.until_day_ms) from coverage_span spa
                    where spa.source_id = wanted.source_id and spa.community_id is wanted.spans_of) as span_until,
                (select min(rea.day_ms) from read_day rea
                    where rea.source_id = wanted.source_id and rea.community_id = wanted.community_id) as read_from,
                (select max(rea.day_ms) + 86400000 from read_day rea
                    where rea.source_id = wanted.source_id and rea.community_id = wanted.community_id) as read_until
            from wanted
        )
        select source_id, community_id, spans_of,
            min(coalesce(span_from, read_from), coalesce(read_from, span_from)),
            max(coalesce(span_until, read_until), coalesce(read_until, span_until))
        from edge
        where coalesce(span_from, read_from) is not null
        """;

    // Target 'all' is there wherever something is covered or held, so that zero days show. Others need a row.
    private const string RefreshSeries = """
        delete from series
        where day_rows = 0 and (target <> 'all' or not exists (
            select 1 from community_range ran
            where ran.source_id = series.source_id and ran.community_id = series.community_id));

        insert or ignore into series (source_id, community_id, target, gate_id, scorer_id, day_rows)
        select ran.source_id, ran.community_id, 'all', gat.id, sco.id, 0
        from community_range ran
        join scorer gat on gat.id = @Gate
        join scorer sco on sco.id in (@Gate, @Sentiment, @Stance)
        """;

    private static void RefreshCalendar(SqliteConnection connection)
    {
        var range = connection.QuerySingle<Edges>(
            "select min(from_day_ms) as FromMs, max(until_day_ms) as UntilMs from community_range");
        var have = connection.QuerySingle<Edges>("select min(start_ms) as FromMs, max(end_ms) as UntilMs from calendar");
        var rows = range.FromMs is { } from && range.UntilMs is { } until
            ? Calendar(UtcDay.FromMs(from), UtcDay.FromMs(until - UtcDay.Length))
            : [];
        if (rows.Count == 0 ? have.FromMs is null
            : have.FromMs == rows.Min(row => row.Start) && have.UntilMs == rows.Max(row => row.End))
        {
            return;
        }

        connection.Execute("delete from calendar");
        connection.Execute(
            """
            insert into calendar (grain, start_ms, end_ms, start, "end")
            values (@Grain, @Start, @End, @StartText, @EndText)
            """,
            rows.Select(row => new { row.Grain, row.Start, row.End, row.StartText, row.EndText }));
    }

    // A week may reach over either end of its years; its days must be there too.
    private static List<(string Grain, long Start, long End, string StartText, string EndText)> Calendar(
        DateOnly first, DateOnly last)
    {
        var from = Grain.Week.StartOf(new DateOnly(first.Year, 1, 1));
        var until = Grain.Week.StartOf(new DateOnly(last.Year, 12, 31)).AddDays(7);
        return GrainCalendar.Kept
            .SelectMany(grain => grain.Between(from, until).Select(bucket => (
                grain.Text(), UtcDay.ToMs(bucket.Start), UtcDay.ToMs(bucket.End),
                UtcDay.Text(bucket.Start), UtcDay.Text(bucket.End))))
            .ToList();
    }

    private sealed class Edges
    {
        public long? FromMs { get; init; }
        public long? UntilMs { get; init; }
    }
}
