using System.Globalization;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Compares a store with the fake it was collected from.</summary>
internal sealed class LiveCheck(LiveStudy study, FakeSource fake)
{
    /// <summary>
    /// None lost, none twice, or a window says truncated and by how much; and every count agrees. Returns how many are not stored
    /// because a window says that they could not be had.
    /// </summary>
    public int Exact()
    {
        var wanted = fake.Collectable.ToDictionary(fake.IdOf, StringComparer.Ordinal);
        var stored = study.Rows("select native_id from item order by native_id");
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(stored, id => !wanted.ContainsKey(id));
        var lost = wanted.Where(pair => !stored.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        var cut = study.Rows("""
            select kind, from_ms, until_ms, expected - fetched from live_window
            where state in ('truncated', 'missing') order by from_ms
            """).Select(row => row.Split('|')).ToList();
        var unsaid = lost.Where(post => !cut.Any(window => Holds(window, post))).ToList();
        Assert.True(unsaid.Count == 0, $"{unsaid.Count} posts are lost, and no window says so: {string.Join(", ", unsaid.Take(5))}");
        Counts(stored.Count);
        Windows();
        Politeness();
        return lost.Count;
    }

    private static bool Holds(string[] window, FakePost post)
    {
        var at = post.Created.ToUnixTimeMilliseconds();
        return window[0] == (post.IsComment ? "comment" : "submission")
            && long.Parse(window[1], CultureInfo.InvariantCulture) <= at && long.Parse(window[2], CultureInfo.InvariantCulture) > at;
    }

    private void Counts(int stored)
    {
        Assert.Equal(stored, study.Scalar<long>("select sum(n) from archive_count"));
        Assert.Equal(stored, study.Scalar<long>("select sum(fetched) from live_window"));
        Assert.Equal(stored, study.Scalar<long>("select count(*) from counted_post"));
        Assert.Equal(1, study.Scalar<long>("select read = stored + duplicate + out_of_scope + rejected from archive_file"));
        Assert.Equal(stored, study.Scalar<long>("select count(distinct item_id) from capture"));
    }

    /// <summary>Windows of a kind and place adjoin each other from the first to the mark, and the ledger says the same.</summary>
    public void Windows()
    {
        Assert.Empty(study.Rows("""
            select * from (
                select until_ms, lead(from_ms) over (partition by place_id, kind order by from_ms) as next from live_window)
            where next is not null and next <> until_ms
            """));
        Assert.Equal(
            study.Rows("select kind, min(from_ms), max(until_ms), sum((until_ms - from_ms) * fraction) from live_window group by kind order by kind"),
            study.Rows("select kind, min(from_ms), max(until_ms), sum((until_ms - from_ms) * fraction) from collection_window group by kind order by kind"));
        Assert.Empty(study.Rows("select * from live_window where state = 'complete' and expected <> fetched"));
    }

    /// <summary>One at a time, no faster than allowed, and always by name.</summary>
    private void Politeness()
    {
        var seen = fake.Seen.Where(request => !fake.IsApart(request)).ToList();
        Assert.Equal(1, fake.MostAtOnce);
        Assert.All(seen, request => Assert.Equal(LiveStudy.UserAgent, request.UserAgent));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= study.Options.Spacing));
        if (fake.Budget is { } budget)
            Assert.All(seen.GroupBy(request => request.At.ToUnixTimeSeconds() / 60), minute => Assert.InRange(minute.Count(), 1, budget));
    }
}
