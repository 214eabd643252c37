using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class ArcticShiftCollectionTests : CollectionContract
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    protected override double Hourly => 30;

    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeArcticShift(time, faults, posts);

    [Fact]
    public async Task Collection_NeitherStoresNorKeeps_WhatWasDeletedLater()
    {
        await using var fake = await StartAsync(1);
        using var study = new LiveStudy(fake);
        var gone = fake.Posts.All.Where(post => post.Number % 3 == 0).ToList();
        Store(study, gone.Take(4).Select(post => fake.Row(post).ToJsonString()));
        Assert.Equal(4, study.Scalar<long>("select count(*) from item"));
        foreach (var post in gone)
            fake.Changed[post.Number] = row => row["_meta"] = new JsonObject { ["was_deleted_later"] = true, ["removal_type"] = "deleted" };
        await study.CollectAsync();
        var kept = fake.Posts.All.Except(gone).Select(fake.IdOf).Order(StringComparer.Ordinal);
        Assert.Equal(kept, study.Rows("select native_id from item order by native_id"));
        Assert.Equal(gone.Count, study.Scalar<long>("select count(*) from gone_item"));
        Assert.Equal(fake.Posts.All.Count, study.Scalar<long>("select sum(n) from archive_count where file_id = (select file_id from live_source)"));
        Assert.Equal(1, study.Scalar<long>("select read = stored + duplicate + out_of_scope + rejected and out_of_scope > 0 from archive_file where name like 'live:%'"));
    }

    [Fact]
    public async Task Collection_MergesWithDumps()
    {
        await using var fake = await StartAsync(2);
        using var study = new LiveStudy(fake);
        Store(study, fake.Posts.All.Select(post => fake.Row(post).ToJsonString()));
        const string Items = "select native_id, hex(a.key), thread_id, parent_id, state, captured_ms, hex(text_hash) from item i left join author a on a.id = i.author_id order by native_id";
        var before = study.Rows(Items);
        await study.CollectAsync();
        Assert.Equal(fake.Posts.All.Count, before.Count);
        Assert.Equal(before, study.Rows(Items));
        Assert.Equal(0, study.Scalar<long>("select stored from archive_file where name like 'live:%'"));
    }

    [Fact]
    public async Task Collection_LeavesGone_WhatWasSeenGoneSinceTheArchiveLooked()
    {
        await using var fake = await StartAsync(3);
        using var study = new LiveStudy(fake);
        var later = fake.Posts.All.Where(post => post.IsComment).Take(3).ToList();
        Store(study, later.Select(post =>
        {
            var row = fake.Row(post);
            (row["body"], row["author"]) = ("[removed]", "[deleted]");
            row["_meta"] = new JsonObject { ["retrieved_2nd_on"] = s_now.AddHours(-1).ToUnixTimeSeconds() };
            return row.ToJsonString();
        }));
        for (var run = 0; run < 3; run++)
        {
            await study.CollectAsync();
            fake.Time.Leap(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, study.Scalar<long>("select count(*) from item where state = 'removed by moderator' and author_id is null"));
        Assert.Equal(0, study.Scalar<long>("select count(*) from item_text join item on item.id = item_id where state = 'removed by moderator'"));
        Assert.Equal(fake.Posts.All.Count + 3, study.Scalar<long>("select count(*) from capture"));
    }

    [Theory]
    [InlineData(450, false)]
    [InlineData(2_000, true)]
    public async Task Window_SaysWhere_MorePostsFallInOneSecondThanAreShown(double second, bool isCut)
    {
        var at = s_now.AddHours(-40);
        await using var fake = await StartAsync(4, at, at.AddSeconds(2), second * 3600);
        fake.Auto = 1000;
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        var comments = fake.Posts.All.Where(post => post.IsComment).ToList();
        var cut = study.Rows("select until_ms - from_ms from live_window where state = 'truncated' and kind = 'comment'");
        if (isCut)
            Assert.NotEmpty(cut);
        else
            Assert.Equal(comments.Count, study.Scalar<long>("select count(*) from item where kind = 'comment'"));
        Assert.Equal(isCut, cut.Count > 0);
    }

    [Fact]
    public async Task Revisit_AnswersEveryId_AndTellsWhoRemovedIt()
    {
        await using var fake = await StartAsync(5);
        using var study = new LiveStudy(fake);
        var ids = fake.Posts.All.Take(6).Select(fake.IdOf).Append("t1_nothing").ToList();
        fake.Changed[fake.Posts.All[1].Number] = row => row["_meta"] = new JsonObject { ["was_deleted_later"] = true, ["removal_type"] = "moderator" };
        var seen = new Dictionary<string, FetchedPost?>();
        await foreach (var revisit in ((IRevisits)study.Source.Source).RevisitAsync(ids, TestContext.Current.CancellationToken))
            seen.Add(revisit.NativeId, revisit.Post);
        Assert.Equal(ids.Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));
        Assert.Null(seen["t1_nothing"]);
        Assert.Equal(PostState.RemovedByModerator, seen[ids[1]]!.State);
        Assert.All(ids.Take(1).Concat(ids.Skip(2).Take(4)), id => Assert.Equal(PostState.Live, seen[id]!.State));
    }

    private static Task<FakeArcticShift> StartAsync(int seed) => StartAsync(seed, s_now.AddHours(-48), s_now.AddHours(-40), 10);

    private static async Task<FakeArcticShift> StartAsync(int seed, DateTimeOffset from, DateTimeOffset until, double hourly)
    {
        var time = new LeapingTime(s_now);
        var fake = new FakeArcticShift(time, new Faults(1, 0), new FakePosts(seed, time, from, until, hourly));
        await fake.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    private static void Store(LiveStudy study, IEnumerable<string> lines)
    {
        using var folder = new TempFolder();
        var file = folder.File("dump.ndjson");
        File.WriteAllBytes(file, ArchiveBuilder.Bytes(lines));
        var report = new Collector(study.Database, study.Scope, StudyKey.Load(TestStudy.Secret, "unused"))
            .Import([file], null, null, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(report.Files).Error);
    }
}
