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

        return Complete(into, line);
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
        var name = NameOf(ref reader);
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8): into.Id = NextId(ref reader, into.Id); break;
            case 4 when name.SequenceEqual("name"u8): into.Name = NextId(ref reader, into.Name); break;
            case 4 when name.SequenceEqual("body"u8): into.Body = NextText(ref reader); break;
            case 5 when name.SequenceEqual("title"u8): into.Title = NextText(ref reader); break;
            case 5 when name.SequenceEqual("score"u8): into.Score = NextNumber(ref reader); break;
            case 5 when name.SequenceEqual("_meta"u8): ReadMeta(ref reader, into); break;
            case 6 when name.SequenceEqual("author"u8): into.Author = NextText(ref reader); break;
            case 7 when name.SequenceEqual("link_id"u8): into.LinkId = NextId(ref reader, RawId.Absent); break;
            case 8 when name.SequenceEqual("selftext"u8): into.SelfText = NextText(ref reader); break;
            case 9 when name.SequenceEqual("subreddit"u8): into.Community = NextText(ref reader); break;
            case 9 when name.SequenceEqual("parent_id"u8): into.ParentId = NextId(ref reader, RawId.Absent); break;
            case 9 when name.SequenceEqual("permalink"u8): into.Permalink = NextText(ref reader); break;
            case 11 when name.SequenceEqual("created_utc"u8): into.CreatedMs = Milliseconds(NextNumber(ref reader)); break;
            case 12 when name.SequenceEqual("retrieved_on"u8):
            case 13 when name.SequenceEqual("retrieved_utc"u8):
                into.RetrievedMs = Milliseconds(NextNumber(ref reader)) ?? into.RetrievedMs;
                break;
            case 12 when name.SequenceEqual("num_comments"u8): into.Replies = NextNumber(ref reader); break;
            case 19 when name.SequenceEqual("removed_by_category"u8): into.RemovedBy = NextText(ref reader); break;
            default: reader.Read(); reader.Skip(); break;
        }
    }

    // The framework's own comparison throws on a name with an unpaired surrogate escape.
    private static ReadOnlySpan<byte> NameOf(ref Utf8JsonReader reader) => reader.ValueIsEscaped
        ? Encoding.UTF8.GetBytes(new JsonText(0, reader.ValueSpan.Length).Decode(reader.ValueSpan))
        : reader.ValueSpan;

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
            var name = NameOf(ref reader);
            if (name.SequenceEqual("was_deleted_later"u8))
            {
                reader.Read();
                into.DeletedLater |= reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
            else if (name.SequenceEqual("retrieved_2nd_on"u8))
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

    private static string? Complete(PushshiftLine line, ReadOnlySpan<byte> bytes)
    {
        if (!line.Body.IsPresent && !line.Title.IsPresent && !line.SelfText.IsPresent)
            return "neither a comment (body) nor a submission (title, selftext)";
        line.Kind = line.Body.IsPresent && !line.Title.IsPresent ? PostKind.Comment : PostKind.Submission;
        if (!line.Id.IsPresent && !line.Name.IsFullName(bytes))
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

    private static RawId NextId(ref Utf8JsonReader reader, RawId otherwise)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return new RawId(new JsonText((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length), false);
        if (reader.TokenType == JsonTokenType.Number && JsonNumber.ToInt64(reader.ValueSpan) >= 0)
            return new RawId(new JsonText((int)reader.TokenStartIndex, reader.ValueSpan.Length), true);
        reader.Skip();
        return otherwise;
    }

    private static long? NextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            return JsonNumber.ToInt64(reader.ValueSpan);
        reader.Skip();
        return null;
    }

    private static long? Milliseconds(long? seconds) =>
        seconds is >= FirstSecond and < LastSecond ? seconds * 1000 : null;
}
