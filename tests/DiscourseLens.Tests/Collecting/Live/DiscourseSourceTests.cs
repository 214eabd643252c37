using DiscourseLens.Collecting;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class DiscourseSourceTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Posts_AreWhatTheForumShows()
    {
        await using var fake = await StartAsync(2);
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        new LiveCheck(study, fake).Exact();
        var rows = study.Rows("select native_id, thread_id, coalesce(parent_id, ''), state, author_state, coalesce(text, '') from item left join item_text on item_id = id").ToHashSet();
        Assert.All(fake.Collectable, post => Assert.Contains(Row(fake, post), rows));
    }

    [Fact]
    public async Task ReplyToAnOldTopic_IsCollected_AndAnEditToo()
    {
        await using var fake = await StartAsync(2);
        using var study = new LiveStudy(fake, depth: TimeSpan.FromHours(1));
        await study.CollectAsync();
        Assert.Equal(0, study.Scalar<long>("select count(*) from item where created_ms >= (select min(from_ms) from live_window)"));
        var reply = fake.Posts.All.Last(post => post.IsComment);
        fake.Changed[reply.Number] = post => (post["created_at"], post["cooked"]) = (s_now.AddMinutes(30).ToString("O"), "<p>Late &amp; <b>new</b></p><aside class=\"quote\"><p>old</p></aside>");
        fake.Time.Leap(TimeSpan.FromHours(1));
        await study.CollectAsync();
        Assert.Equal("Late & new", study.Scalar<string>($"select text from item_text join item on id = item_id where native_id = '{reply.Number}'"));
        fake.Changed[reply.Number] += post => post["cooked"] = "<p>Changed by <a class=\"mention\" href=\"/u/writer3\">@writer3</a> since</p>";
        fake.Time.Leap(TimeSpan.FromHours(1));
        await study.CollectAsync();
        Assert.Equal("Changed by since", study.Scalar<string>($"select text from item_text join item on id = item_id where native_id = '{reply.Number}'"));
    }

    [Fact]
    public async Task Revisit_TellsWhatBecameOfPosts()
    {
        await using var fake = await StartAsync(2);
        using var study = new LiveStudy(fake);
        var posts = fake.Collectable.Where(post => !FakeDiscourse.IsHidden(post) && !FakeDiscourse.IsDeletedByAuthor(post) && !FakeDiscourse.IsUserGone(post)).ToList();
        var comments = posts.Where(post => post.IsComment).Take(3).ToList();
        var first = posts.First(post => !post.IsComment && post.Thread != comments[0].Thread && post.Thread != comments[1].Thread && post.Thread != comments[2].Thread);
        fake.Deleted.Add(comments[0].Number);
        fake.Changed[comments[1].Number] = post => (post["user_deleted"], post["cooked"]) = (true, "<p>(post deleted by author)</p>");
        var seen = await RevisitAsync(study, [.. comments.Append(first).Select(fake.IdOf)]);
        Assert.Null(seen[0].Post);
        Assert.Equal((PostState.DeletedByAuthor, ""), (seen[1].Post!.State, seen[1].Post!.Body));
        Assert.Equal((PostState.Live, comments[2].Text, fake.Community), (seen[2].Post!.State, seen[2].Post!.Body, seen[2].Post!.Community));
        Assert.Equal((first.Title, fake.IdOf(first)), (seen[3].Post!.Title, seen[3].Post!.ThreadId));
        fake.DeletedTopics.Add(first.Thread);
        Assert.All(await RevisitAsync(study, [fake.IdOf(first)]), revisit => Assert.Null(revisit.Post));
    }

    [Fact]
    public async Task Category_ThatIsNotShown_RestsWhileItsTimeFails()
    {
        await using var fake = await StartAsync(2, "secret/9");
        using var study = new LiveStudy(fake);
        var report = await study.CollectAsync();
        Assert.Contains("shows no category secret/9", Assert.Single(report.Places).Trouble, StringComparison.Ordinal);
        Assert.Equal(["failed"], study.Rows("select distinct state from live_window"));
    }

    private static string Row(FakeDiscourse fake, FakePost post)
    {
        var state = FakeDiscourse.IsDeletedByAuthor(post) ? PostState.DeletedByAuthor
            : FakeDiscourse.IsHidden(post) ? PostState.RemovedByModerator
            : FakeDiscourse.IsUserGone(post) ? PostState.AccountGone
            : PostState.Live;
        var parent = fake.Collectable.All(other => other.Number != post.Parent) ? "" : $"{post.Parent}";
        var text = !PostState.HasText(state) ? "" : post.IsComment ? post.Text : $"{post.Title}\n\n{post.Text}";
        return $"{post.Number}|{post.Thread}|{parent}|{state}|{(FakeDiscourse.IsUserGone(post) ? "deleted" : "named")}|{text}";
    }

    private static async Task<List<Revisit>> RevisitAsync(LiveStudy study, IReadOnlyList<string> ids)
    {
        var seen = new List<Revisit>();
        await foreach (var revisit in ((IRevisits)study.Source.Source).RevisitAsync(ids, TestContext.Current.CancellationToken))
            seen.Add(revisit);
        return seen;
    }

    private static async Task<FakeDiscourse> StartAsync(int seed, string? category = null)
    {
        var time = new LeapingTime(s_now);
        var fake = new FakeDiscourse(time, new Faults(1, 0), new FakePosts(seed, time, s_now.AddHours(-40), s_now.AddHours(-20), 20), category);
        await fake.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }
}
