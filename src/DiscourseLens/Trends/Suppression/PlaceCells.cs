using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Suppression;

/// <summary>Reads what each community of a source said in each bucket, as far as suppression must know it.</summary>
internal static class PlaceCells
{
    /// <summary>The buckets with posts, in order.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="source">The source.</param>
    /// <param name="series">Relevance scorer, the measure's scorer, measure and target.</param>
    /// <param name="grain">The buckets' grain, and the one whose counts are kept: they add up to the former's.</param>
    /// <param name="range">First millisecond of the first bucket, and the one after the last.</param>
    public static IEnumerable<(long StartMs, List<PlaceCell> Cells)> Read(
        SqliteConnection connection, long source, (long Gate, long Scorer, Measure Measure, string Target) series, (Grain By, Grain Kept) grain,
        (long From, long Until) range)
    {
        var classes = connection.Query<(long Id, string Class)>("select id, class from community where source_id = @source", new { source })
            .ToDictionary(row => row.Id, row => row.Class);
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("@source", source);
        command.Parameters.AddWithValue("@gate", series.Gate);
        command.Parameters.AddWithValue("@scorer", series.Scorer);
        command.Parameters.AddWithValue("@measure", series.Measure.Text());
        command.Parameters.AddWithValue("@target", series.Target);
        command.Parameters.AddWithValue("@grain", grain.Kept.Text());
        command.Parameters.AddWithValue("@from", range.From);
        command.Parameters.AddWithValue("@until", range.Until);
        using var rows = command.ExecuteReader();
        var cells = new Dictionary<long, PlaceCell>();
        var (start, end) = (0L, long.MinValue);
        while (rows.Read())
        {
            if (rows.GetInt64(0) >= end)
            {
                if (cells.Count > 0)
                    yield return (start, [.. cells.Values]);
                cells.Clear();
                var first = grain.By.StartOf(UtcDay.FromMs(rows.GetInt64(0)));
                (start, end) = (UtcDay.ToMs(first), UtcDay.ToMs(grain.By.EndOf(first)));
            }

            var (community, n, authors) = (rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3));
            var sofar = cells.GetValueOrDefault(community);
            cells[community] = new(community, classes[community], sofar.N + n, Math.Max(sofar.Authors, authors));
        }

        if (cells.Count > 0)
            yield return (start, [.. cells.Values]);
    }

    private const string Sql = """
        select buc.start_ms, buc.community_id, buc.n, buc.authors
        from calendar cal
        cross join series_bucket buc on buc.source_id = @source and buc.grain = cal.grain and buc.start_ms = cal.start_ms
            and buc.gate_id = @gate and buc.scorer_id = @scorer and buc.measure = @measure and buc.target = @target and buc.community_id > 0
        where cal.grain = @grain and cal.start_ms >= @from and cal.start_ms < @until
        order by cal.start_ms
        """;
}
