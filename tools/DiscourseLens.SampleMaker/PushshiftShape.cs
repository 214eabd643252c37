namespace DiscourseLens.SampleMaker;

/// <summary>Posts in the shape of Pushshift archives.</summary>
internal static class PushshiftShape
{
    private static readonly DateOnly s_retrievedOnFrom = new(2022, 7, 1);

    /// <summary>The line of a post as it was captured.</summary>
    public static JsonLine Of(Post post, long retrieved, int score, int replies)
    {
        var line = new JsonLine()
            .Text("author", post.Author)
            .Set("created_utc", post.Created)
            .Set("edited", false)
            .Set("gilded", 0)
            .Text("id", post.Id)
            .Set("score", score)
            .Set("stickied", false)
            .Text("subreddit", post.Community.Name)
            .Text("subreddit_id", $"t5_samp{post.Community.Number}")
            .Text("subreddit_type", "public")
            // The field changed its name in the middle of 2022.
            .Set(Calendar.DayOf(post.Created) < s_retrievedOnFrom && post.IsSubmission ? "retrieved_utc" : "retrieved_on", retrieved);
        return post.IsSubmission ? Submission(line, post, replies) : Comment(line, post);
    }

    private static JsonLine Submission(JsonLine line, Post post, int replies) => line
        .Text("domain", "self." + post.Community.Name)
        .Set("is_self", true)
        .Set("num_comments", replies)
        .Set("over_18", false)
        .Text("permalink", $"/r/{post.Community.Name}/comments/{post.Id}/_/")
        .Set("removed_by_category", null)
        .Prose("selftext", post.Text)
        .Prose("title", post.Title!); // a submission has one

    private static JsonLine Comment(JsonLine line, Post post) => line
        .Prose("body", post.Text)
        .Set("controversiality", 0)
        .Set("is_submitter", false)
        .Text("link_id", "t3_" + post.Thread)
        .Text("parent_id", post.Parent is null ? "t3_" + post.Thread : "t1_" + post.Parent)
        .Text("permalink", $"/r/{post.Community.Name}/comments/{post.Thread}/_/{post.Id}/");
}
