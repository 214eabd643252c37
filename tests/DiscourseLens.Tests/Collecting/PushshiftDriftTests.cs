using System.Text;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class PushshiftDriftTests
{
    [Theory]
    [InlineData("1577880000")]
    [InlineData("1577880000.0")]
    [InlineData("\"1577880000\"")]
    [InlineData("\"1577880000.0\"")]
    [InlineData("1.57788e9")]
    public void Created_IsRead_WhenNumberOrText(string created) => Stores(
        Comment("c1", "x", ("created_utc", created)), "created_ms", "1577880000000");

    [Theory]
    [InlineData("\"t1_abc\"", "t1_abc")]
    [InlineData("\"abc\"", "t1_abc")]
    [InlineData("\"t3_s1\"", "t3_s1")]
    [InlineData("13368", "t1_abc")]
    [InlineData("13368.0", "t1_abc")]
    [InlineData("null", "t3_s1")]
    [InlineData("\"\"", "t3_s1")]
    [InlineData(null, "t3_s1")]
    [InlineData("NaN", "t3_s1")]
    [InlineData("[1]", "t3_s1")]
    public void Parent_IsFullName_WhateverItsForm(string? parent, string expected) =>
        Stores(Comment("c1", "x", ("parent_id", parent)), "parent_id", expected);

    [Theory]
    [InlineData("\"t3_abc\"", "t3_abc")]
    [InlineData("\"abc\"", "t3_abc")]
    [InlineData("13368", "t3_abc")]
    [InlineData(null, "null")]
    public void Thread_IsFullName_WhateverItsForm(string? link, string expected) =>
        Stores(Comment("c1", "x", ("link_id", link)), "thread_id", expected);

    [Theory]
    [InlineData("\"c1\"", "null")]
    [InlineData("null", "\"t1_c1\"")]
    [InlineData("\"\"", "\"t1_c1\"")]
    [InlineData(null, "\"t1_c1\"")]
    [InlineData("433", "null")]
    [InlineData("\"t1_c1\"", null)]
    public void Id_IsFound_WhenInIdOrName(string? id, string? name) =>
        Stores(Comment("zz", "x", ("id", id), ("name", name)), "native_id", "t1_c1");

    [Theory]
    [InlineData("\"SomeWriter\"", "named", true)]
    [InlineData("\"[deleted]\"", "deleted", false)]
    [InlineData("null", "absent", false)]
    [InlineData(null, "absent", false)]
    [InlineData("\"\"", "absent", false)]
    public void Author_HasKeyOnlyWhenNamed(string? author, string state, bool hasKey)
    {
        var line = Comment("c1", "x", ("author", author));
        Stores(line, "author_state", state);
        Stores(line, "author_id is not null", hasKey ? "1" : "0");
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("-3", "-3")]
    [InlineData("3.0", "3")]
    [InlineData("\"3\"", "3")]
    [InlineData("null", "null")]
    [InlineData("NaN", "null")]
    [InlineData("-Infinity", "null")]
    [InlineData("1e300", "null")]
    [InlineData(null, "null")]
    public void Score_IsNull_WhenNoNumber(string? score, string expected) =>
        Stores(Comment("c1", "x", ("score", score)), "(select score from capture)", expected);

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    [InlineData("1577880000")]
    [InlineData("1577880000.0")]
    [InlineData("\"1577880000\"")]
    [InlineData("null")]
    [InlineData("{\"at\":[1,{\"id\":\"no\"}]}")]
    public void Edited_MayBeAnything(string edited) => Stores(Comment("c1", "x", ("edited", edited)), "native_id", "t1_c1");

    [Theory]
    [InlineData("\"OtherTown\"", "OtherTown")]
    [InlineData("null", "(unknown)")]
    [InlineData(null, "(unknown)")]
    [InlineData("\"u_SomeWriter\"", "(profiles)")]
    [InlineData("\"U_SomeWriter\"", "(profiles)")]
    [InlineData("\"Caf\\u00e9\\ud83d\\ude00\"", "Café😀")]
    public void Community_IsNamed_WhenOutsideTheStudy(string? community, string expected) => Stores(
        Comment("c1", "healing medicine", ("subreddit", community)),
        "(select name from community where id = community_id)", expected);

    [Theory]
    [InlineData("/user/SomeWriter/comments/s1/x/", "null")]
    [InlineData("https://www.reddit.com/u/SomeWriter/comments/s1/", "null")]
    [InlineData("/r/u_SomeWriter/comments/s1/x/", "null")]
    [InlineData("/r/TestTown/comments/s1/x/", "/r/TestTown/comments/s1/x/")]
    public void Permalink_IsDropped_WhenItNamesAUser(string link, string expected) =>
        Stores(Comment("c1", "x", ("permalink", Quote(link))), "permalink", expected);

    [Theory]
    [InlineData("retrieved_on", "1577880100", null, "1577880100000")]
    [InlineData("retrieved_utc", "1577880100", null, "1577880100000")]
    [InlineData("retrieved_utc", "\"1577880100.5\"", null, "1577880100000")]
    [InlineData("retrieved_on", "null", null, "null")]
    [InlineData("retrieved_on", "1577880100", "{\"x\":{\"retrieved_2nd_on\":1},\"retrieved_2nd_on\":1578009600}", "1578009600000")]
    [InlineData("retrieved_on", "1577880100", "null", "1577880100000")]
    [InlineData("other", "1", null, "null")]
    public void Captured_IsTheLastRetrieval(string field, string value, string? meta, string expected) => Stores(
        Comment("c1", "x", ("retrieved_on", null), (field, value), ("_meta", meta)), "captured_ms", expected);

    [Theory]
    [InlineData("\"pain &amp;gt; gain\"", "pain > gain")]
    [InlineData("\"a &lt;b&gt; &amp; c\"", "a <b> & c")]
    [InlineData("\"nul\\u0000led\"", "nulled")]
    [InlineData("\"cut \\ud83d off\"", "cut \uFFFD off")]
    [InlineData("\"cut \\ude00\\ud83d\"", "cut \uFFFD\uFFFD")]
    [InlineData("\"whole \\ud83d\\ude00\"", "whole 😀")]
    [InlineData("\"q\\\"uo\\/te\\n\\t\\\\\"", "q\"uo/te\n\t\\")]
    [InlineData("\"NaN, Infinity\"", "NaN, Infinity")]
    [InlineData("\"  [deleted] not\"", "  [deleted] not")]
    public void Text_IsDecoded(string body, string expected) =>
        Stores(Comment("c1", "x", ("body", body)), "(select text from item_text)", expected);

    [Theory]
    [InlineData("[deleted]", null, "SomeWriter", "deleted by author")]
    [InlineData("[removed]", null, "SomeWriter", "removed by moderator")]
    [InlineData("[ Removed by Reddit ]", null, "SomeWriter", "removed by platform")]
    [InlineData("words", "\"deleted\"", "SomeWriter", "deleted by author")]
    [InlineData("words", "\"moderator\"", "SomeWriter", "removed by moderator")]
    [InlineData("words", "\"automod_filtered\"", "SomeWriter", "removed by moderator")]
    [InlineData("words", "\"copyright_takedown\"", "SomeWriter", "removed by platform")]
    [InlineData("words", "null", "SomeWriter", "live")]
    [InlineData("words", null, "[deleted]", "account gone")]
    public void State_IsReadFromPlaceholders(string body, string? removedBy, string author, string expected)
    {
        var line = Comment("c1", body, ("removed_by_category", removedBy), ("author", Quote(author)));
        Stores(line, "state", expected);
        Stores(line, "(select count(*) from item_text)", expected is "live" or "account gone" ? "1" : "0");
    }

    [Theory]
    [InlineData("{\"id\":\"no\",\"body\":\"no\",\"created_utc\":1}")]
    [InlineData("[{\"id\":\"no\",\"title\":\"no\",\"selftext\":\"no\",\"author\":\"No\",\"subreddit\":\"No\",\"created_utc\":5}]")]
    public void Nested_FieldsAreNotTaken_WhenBeforeTheOwn(string nested) => Stores(
        Submission("s1", "Own title", "own text", ("crosspost_parent_list", nested)),
        "native_id || ' ' || (select text from item_text)", "t3_s1 Own title\n\nown text");

    [Fact]
    public void DuplicateKeys_LastStands() => Stores(
        Comment("c1", "x").Replace("\"body\"", "\"body\":\"first\",\"body\"", StringComparison.Ordinal),
        "(select text from item_text)", "x");

    [Fact]
    public void EscapedKeys_AreRead() => Stores(
        Comment("c1", "x").Replace("\"body\"", "\"\\u0062ody\"", StringComparison.Ordinal), "kind", "comment");

    [Fact]
    public void LoneSurrogateInKey_DoesNotStopTheLine() => Stores(
        Comment("c1", "x", ("\\ud83d", "1"), ("_meta", "{\"\\ud83d\":1}")), "native_id", "t1_c1");

    [Fact]
    public void DeepNesting_IsPassedOver() => Stores(
        Comment("c1", "x", ("deep", new string('[', 300) + new string(']', 300))), "native_id", "t1_c1");

    [Fact]
    public void InvalidUtf8_BecomesReplacementCharacters()
    {
        using var study = new TestStudy();
        var bytes = Bytes(Comment("c1", "bad # byte"));
        bytes[bytes.IndexOf((byte)'#')] = 0xFF;
        study.Import(study.Write("lines.ndjson", bytes));
        Assert.Equal("bad \uFFFD byte", study.Scalar<string>("select text from item_text"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"body\":\"cut")]
    [InlineData("{} trailing")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"c1\",\"created_utc\":1577880000}")]
    [InlineData("{\"body\":\"x\",\"created_utc\":1577880000}")]
    [InlineData("{\"id\":\"c1\",\"body\":\"x\"}")]
    [InlineData("{\"id\":\"c1\",\"body\":\"x\",\"created_utc\":\"yesterday\"}")]
    [InlineData("{\"id\":\"c1\",\"body\":\"x\",\"created_utc\":12}")]
    [InlineData("{\"id\":-5,\"body\":\"x\",\"created_utc\":1577880000}")]
    public void BadLine_IsKeptWithReason_AndTheFileGoesOn(string bad)
    {
        using var study = new TestStudy();
        var file = study.ImportLines(Comment("c1", "x"), bad, Comment("c2", "x"));
        Assert.Equal((3, 2, 1), (file.Read, file.Stored, file.Rejected));
        var offset = Encoding.UTF8.GetByteCount(Comment("c1", "x")) + 1;
        Assert.StartsWith($"2|{offset}|{bad.Length}|", Assert.Single(study.Rows("select line, byte_offset, bytes, reason from rejected_line")));
    }

    [Fact]
    public void DeletedLater_IsCountedAndNeverStored()
    {
        using var study = new TestStudy();
        var file = study.ImportLines(Comment("c1", "secret words", ("_meta", "{\"was_deleted_later\":true}")));
        Assert.Equal((1, 0, 1), (file.Read, file.Stored, file.OutOfScope));
        Assert.Equal(1, study.Scalar<long>("select n from archive_count"));
        Assert.Equal(0, study.Scalar<long>("select count(*) from item"));
    }

    [Fact]
    public void Names_AreNowhereInTheStore()
    {
        using var study = new TestStudy();
        study.ImportLines(
            Comment("c1", "x"),
            Comment("c2", "healing medicine", ("subreddit", "\"u_SomeWriter\""), ("permalink", "\"/user/SomeWriter/comments/1/\"")),
            "{\"author\":\"SomeWriter\" broken");
        var store = File.ReadAllBytes(study.File("store.db"));
        Assert.Equal(-1, store.AsSpan().IndexOf("SomeWriter"u8));
        Assert.Equal(-1, store.AsSpan().IndexOf("somewriter"u8));
        Assert.Equal(3, study.Scalar<long>("select read from archive_file"));
    }

    private static void Stores(string line, string expression, string expected)
    {
        using var study = new TestStudy();
        var file = study.ImportLines(line);
        Assert.Equal((1, 1), (file.Read, file.Stored));
        Assert.Equal(expected, Assert.Single(study.Rows($"select {expression} from item")));
    }
}
