using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Reads lines of Pushshift-shaped archives of any year: fields that come and go, numbers as integer, float or string,
/// parents as name, number or null.
/// </summary>
internal static class PushshiftReader
{
    /// <summary>Reddit began in June 2005; a time before it, or past 2100, is a damaged one.</summary>
    private const long FirstSecond = 1_117_584_000;
    private const long LastSecond = 4_102_444_800;

    // A recorded reply tree nests 57 deep; the default of 64 is one level away from failing.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 512 };

    /// <summary>Reads a line into <paramref name="into"/>; returns null, or the reason why it cannot be read.</summary>
    public static string? TryRead(ReadOnlySpan<byte> line, PushshiftLine into)
    {
        into.Clear();
        try
        {
            ReadObject(line, into);
        }
        catch (JsonException)
        {
            return "not valid JSON";
        }

        return Complete(into);
    }

    private static void ReadObject(ReadOnlySpan<byte> line, PushshiftLine into)
    {
        var reader = new Utf8JsonReader(line, s_options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadProperty(ref reader, into);
        if (reader.Read()) // anything after the object is an error, and the reader says so
            throw new JsonException();
    }

    private static void ReadProperty(ref Utf8JsonReader reader, PushshiftLine into)
    {
        switch (reader.ValueSpan.Length)
        {
            case 2 when reader.ValueTextEquals("id"u8): into.Id = NextId(ref reader) ?? into.Id; break;
            case 4 when reader.ValueTextEquals("name"u8): into.Name = NextId(ref reader); break;
            case 4 when reader.ValueTextEquals("body"u8): into.Body = NextText(ref reader); break;
            case 5 when reader.ValueTextEquals("title"u8): into.Title = NextText(ref reader); break;
            case 5 when reader.ValueTextEquals("score"u8): into.Score = NextNumber(ref reader); break;
            case 5 when reader.ValueTextEquals("_meta"u8): ReadMeta(ref reader, into); break;
            case 6 when reader.ValueTextEquals("author"u8): into.Author = NextText(ref reader); break;
            case 7 when reader.ValueTextEquals("link_id"u8): into.LinkId = Named(NextId(ref reader), "t3_"); break;
            case 8 when reader.ValueTextEquals("selftext"u8): into.SelfText = NextText(ref reader); break;
            case 9 when reader.ValueTextEquals("subreddit"u8): into.Community = NextText(ref reader); break;
            case 9 when reader.ValueTextEquals("parent_id"u8): into.ParentId = Named(NextId(ref reader), "t1_"); break;
            case 9 when reader.ValueTextEquals("permalink"u8): into.Permalink = NextText(ref reader); break;
            case 11 when reader.ValueTextEquals("created_utc"u8): into.CreatedMs = Milliseconds(NextNumber(ref reader)); break;
            case 12 when reader.ValueTextEquals("retrieved_on"u8):
            case 13 when reader.ValueTextEquals("retrieved_utc"u8):
                into.RetrievedMs = Milliseconds(NextNumber(ref reader)) ?? into.RetrievedMs;
                break;
            case 12 when reader.ValueTextEquals("num_comments"u8): into.Replies = NextNumber(ref reader); break;
            case 19 when reader.ValueTextEquals("removed_by_category"u8): into.RemovedBy = NextText(ref reader); break;
            default: reader.Read(); reader.Skip(); break;
        }
    }

    private static void ReadMeta(ref Utf8JsonReader reader, PushshiftLine into)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("was_deleted_later"u8))
            {
                reader.Read();
                into.DeletedLater |= reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("retrieved_2nd_on"u8))
            {
                into.RetrievedAgainMs = Milliseconds(NextNumber(ref reader));
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static string? Complete(PushshiftLine line)
    {
        if (!line.Body.IsPresent && !line.Title.IsPresent && !line.SelfText.IsPresent)
            return "neither a comment (body) nor a submission (title, selftext)";
        line.Kind = line.Body.IsPresent && !line.Title.IsPresent ? PostKind.Comment : PostKind.Submission;
        line.ParentId = line.Kind == PostKind.Submission ? null : line.ParentId ?? line.LinkId;
        line.Id ??= line.Name is { Length: > 3 } name && IsFullName(name) ? name[3..] : null;
        if (string.IsNullOrEmpty(line.Id))
            return "no id";
        return line.CreatedMs is null ? "no created_utc between 2005 and 2100" : null;
    }

    private static JsonText NextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return new JsonText((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        reader.Skip();
        return JsonText.Absent;
    }

    /// <summary>An id as text; a number is the base-10 form of an id and becomes base 36.</summary>
    private static string? NextId(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        if (reader.TokenType == JsonTokenType.Number && ToNumber(reader.ValueSpan) is { } number and >= 0)
            return Base36.Format(number);
        reader.Skip();
        return null;
    }

    private static long? NextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            return ToNumber(reader.ValueSpan);
        reader.Skip();
        return null;
    }

    private static long? ToNumber(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long whole, out var used) && used == text.Length)
            return whole;
        return Utf8Parser.TryParse(text, out double real, out used) && used == text.Length && Math.Abs(real) < 1e15
            ? (long)real
            : null;
    }

    private static long? Milliseconds(long? seconds) =>
        seconds is >= FirstSecond and < LastSecond ? seconds * 1000 : null;

    private static string? Named(string? id, string prefix) =>
        string.IsNullOrEmpty(id) ? null : IsFullName(id) ? id : prefix + id;

    private static bool IsFullName(string id) => id.Length > 3 && id[0] == 't' && id[2] == '_';
}
