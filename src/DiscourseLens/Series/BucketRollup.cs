using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Makes what is kept of one bucket again, from the packs of its days: estimates for the views, and sums.</summary>
internal sealed class BucketRollup(SqliteConnection connection, CurrentScorers scorers)
{
    private readonly Dictionary<long, BucketPlaces> _places = [];

    /// <summary>Replaces the bucket's rows of the current scorers.</summary>
    public void Write(long sourceId, Grain grain, long startMs)
    {
        var bucket = new
        {
            Source = sourceId,
            Grain = grain.Text(),
            Start = startMs,
            Until = UtcDay.ToMs(grain.EndOf(UtcDay.FromMs(startMs))),
            Gate = scorers.Relevance?.Id,
            Sentiment = scorers.Sentiment?.Id,
            Stance = scorers.Stance?.Id,
        };
        connection.Execute(Delete, bucket);
        if (bucket.Gate is not { } gate)
            return;
        var estimates = GrainCalendar.Kept.Contains(grain);
        var read = estimates ? connection.Query<Read>(SelectRead, bucket).ToDictionary(row => row.CommunityId, row => row.N) : [];
        using var rows = new BucketRows(connection, (sourceId, grain, startMs, bucket.Until, gate));
        using var packs = new PackGroups(connection, sourceId, gate, (startMs, bucket.Until));
        var places = Places(sourceId);
        while (packs.Next(places))
        {
            if (scorers.All.FirstOrDefault(scorer => scorer.Id == packs.ScorerId) is not { } scorer)
                continue;
            var layout = DayPacks.LayoutOf(scorer.Kind);
            foreach (var (community, name, sums) in places.Fold(layout))
            {
                if (!estimates || community == 0)
                    rows.AddMoment(packs.Target, scorer.Id, community, name, sums);
                if (!estimates || name.Length > 0)
                    continue;
                foreach (var measure in MeasureTraits.Of(scorer.Kind))
                    rows.AddEstimate(packs.Target, scorer.Id, community, measure, sums, Estimator.Of(measure, sums, read.GetValueOrDefault(community)));
            }

            if (grain == Grain.Year && layout != PackLayout.Labels)
                rows.AddPack(packs.Target, scorer.Id, places.Pack(layout));
        }
    }

    private BucketPlaces Places(long sourceId)
    {
        if (!_places.TryGetValue(sourceId, out var places))
        {
            places = new(connection.Query<(long Id, string Class)>("select id, class from community where source_id = @sourceId", new { sourceId })
                .ToDictionary(row => row.Id, row => row.Class));
            _places.Add(sourceId, places);
        }

        return places;
    }

    private const string Delete = """
        delete from series_bucket
        where source_id = @Source and grain = @Grain and start_ms = @Start
            and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance);
        delete from series_moment where source_id = @Source and grain = @Grain and start_ms = @Start;
        delete from year_pack where source_id = @Source and start_ms = @Start and @Grain = 'year';
        delete from dirty_bucket where source_id = @Source and grain = @Grain and start_ms = @Start
        """;

    private const string SelectRead = """
        select community_id as CommunityId, sum(n) as N
        from read_day
        where source_id = @Source and day_ms >= @Start and day_ms < @Until
        group by community_id
        order by community_id
        """;

    private sealed class Read
    {
        public long CommunityId { get; init; }
        public long N { get; init; }
    }
}
