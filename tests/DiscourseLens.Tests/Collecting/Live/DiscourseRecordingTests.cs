using System.Text.Json;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.DiscourseForum;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Answers of real forums, old and new releases.</summary>
public sealed class DiscourseRecordingTests
{
    private static readonly Uri s_address = new("https://forum.example.org/");

    [Fact]
    public void LatestPosts_AreAllRead()
    {
        var list = Read("discourse_criticalfallibilism", "posts.json", answer => DiscoursePosts.Read(answer.GetProperty("latest_posts"), s_address, null));
        Assert.Equal(50, list.Posts.Count);
        Assert.Empty(list.Rejected);
        Assert.Equal(list.Ids.OrderDescending(), list.Ids);
        Assert.All(list.Posts, post => Assert.True(post.Post.Title is null == post.Post.Kind is PostKind.Comment));
        Assert.All(list.Posts, post => Assert.NotNull(post.Category));
        Assert.All(list.Posts, post => Assert.DoesNotContain("</", post.Post.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("discourse_criticalfallibilism", "t_2108_post_452.json", 20, 446)]
    [InlineData("discourse_perceval", "discourse_topic_1148.json", 20, 22)]
    [InlineData("discourse_perceval", "discourse_topic_1149.json", 2, 2)]
    public void Topics_AreRead(string folder, string name, int posts, int stream)
    {
        var topic = Read(folder, name, answer => DiscourseTopic.Read(answer, s_address));
        Assert.Equal((posts, stream), (topic.Posts.Ids.Count, topic.Stream.Count));
        Assert.Empty(topic.Posts.Rejected);
        Assert.NotEmpty(topic.Title);
    }

    [Theory]
    [InlineData("t_2108_posts_pn_5.json", 4)]
    [InlineData("t_2144_posts_pn_41.json", 20)]
    public void PostsOfTopics_AreRead(string name, int posts)
    {
        var list = Read("discourse_criticalfallibilism", name,
            answer => DiscoursePosts.Read(answer.GetProperty("post_stream").GetProperty("posts"), s_address, "A title"));
        Assert.Equal(posts, list.Ids.Count);
        Assert.Empty(list.Rejected);
    }

    [Theory]
    [InlineData("discourse_topics.json", 2, true)]
    [InlineData("discourse_topics_pinned.json", 3, true)]
    [InlineData("discourse_topics_last_posted_at_null.json", 2, true)]
    [InlineData("discourse_topics_empty.json", 0, false)]
    public void TopicLists_AreRead(string name, int topics, bool isOlder)
    {
        var list = Read("discourse_perceval", name, answer => DiscourseTopics.Read(answer, DateTimeOffset.UnixEpoch.AddYears(80).ToUnixTimeMilliseconds()));
        Assert.Equal((topics, isOlder), (list.Topics.Count, list.IsOlder));
        Assert.All(list.Topics, topic => Assert.True(topic.ActiveMs > 0));
    }

    private static T Read<T>(string folder, string name, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("api", folder, name)));
        return read(document.RootElement);
    }
}
