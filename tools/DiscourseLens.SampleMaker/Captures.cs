namespace DiscourseLens.SampleMaker;

/// <summary>What the archive holds of a post: one capture or two, with the oddities of real archives.</summary>
internal sealed class Captures(Chance chance)
{
    private const string Deleted = "\"[deleted]\"";

    /// <summary>The lines of a post; the second one, if any, was retrieved later.</summary>
    public IEnumerable<JsonLine> Of(Post post, int replies)
    {
        var score = 1 + (int)(30 * chance.Share() * chance.Share() * chance.Share());
        var first = PushshiftShape.Of(post, Calendar.CrawlOf(post.Created), score, replies);
        var again = Calendar.SecondCrawlOf(post.Created);
        var fate = chance.Share();
        if (again is not null && fate < 0.03)
        {
            yield return first;
            yield return Later(PushshiftShape.Of(post, again.Value, score + 2, replies), post, gone: fate < 0.015);
            yield break;
        }

        if (fate is >= 0.03 and < 0.06)
            Vanish(first, post, fate);
        else if (fate is >= 0.06 and < 0.11)
            Distort(first, post, fate);
        yield return first;
    }

    /// <summary>A capture of a post that cannot be read: cut off, without an id, or from before there was a Reddit.</summary>
    public string? Unreadable(Post post)
    {
        if (!chance.Happens(0.0006))
            return null;
        var line = PushshiftShape.Of(post, Calendar.CrawlOf(post.Created), 1, 0);
        switch (chance.Below(3))
        {
            case 0:
                return line.ToString()[..^40];
            case 1:
                line.Remove("id");
                break;
            default:
                line["created_utc"] = "0";
                break;
        }

        return line.ToString();
    }

    private static JsonLine Later(JsonLine line, Post post, bool gone)
    {
        if (!gone)
            return line;
        line["author"] = Deleted;
        line[Body(post)] = Deleted;
        return line;
    }

    private static void Vanish(JsonLine line, Post post, double fate)
    {
        switch (fate)
        {
            case < 0.04:
                line["author"] = Deleted;
                line[Body(post)] = Deleted;
                break;
            case < 0.047:
                line["author"] = Deleted; // the account is gone, the text is not
                break;
            case < 0.053:
                line["_meta"] = """{"was_deleted_later":true}""";
                break;
            default:
                line[Body(post)] = "\"[removed]\"";
                if (post.IsSubmission)
                    line["removed_by_category"] = "\"moderator\"";
                break;
        }
    }

    private void Distort(JsonLine line, Post post, double fate)
    {
        switch (fate)
        {
            case < 0.075:
                line["created_utc"] = $"\"{line["created_utc"]}\"";
                break;
            case < 0.09:
                line["created_utc"] += ".0";
                break;
            case < 0.094:
                line["author"] = "null";
                break;
            case < 0.097:
                line["score"] = "NaN";
                break;
            case < 0.1:
                line[Body(post)] = line[Body(post)][..^1] + """ \ud83d" """.TrimEnd(); // half of an emoji
                break;
            default:
                if (!post.IsSubmission)
                    line["parent_id"] = post.Parent is null ? "null" : Base10(post.Parent);
                else if (chance.Happens(0.5))
                    line["edited"] = $"{post.Created + 900}.0";
                break;
        }
    }

    private static string Body(Post post) => post.IsSubmission ? "selftext" : "body";

    private static string Base10(string id) =>
        id.Aggregate(0L, (number, digit) => number * 36 + (char.IsDigit(digit) ? digit - '0' : digit - 'a' + 10))
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
}
