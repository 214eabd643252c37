using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace DiscourseLens.Tests.Support;

/// <summary>Writes archives in Pushshift's shape: one JSON object a line, plain, gzip or zstd.</summary>
internal static class ArchiveBuilder
{
    public const long Noon = 1_577_880_000; // 2020-01-01T12:00:00Z

    /// <summary>A comment; a value given replaces the usual one, raw JSON as it stands, and null takes the field away.</summary>
    public static string Comment(string id, string body, params (string Name, string? Json)[] fields) => Line(
        [("id", Quote(id)), ("name", Quote("t1_" + id)), ("body", Quote(body)), ("author", "\"SomeWriter\""),
         ("subreddit", "\"TestTown\""), ("link_id", "\"t3_s1\""), ("parent_id", "\"t3_s1\""), ("created_utc", $"{Noon}"),
         ("retrieved_on", $"{Noon + 60}"), ("score", "3"), ("edited", "false"), ("permalink", Quote($"/r/TestTown/comments/s1/x/{id}/"))],
        fields);

    /// <summary>A submission, likewise.</summary>
    public static string Submission(string id, string title, string selftext, params (string Name, string? Json)[] fields) => Line(
        [("id", Quote(id)), ("title", Quote(title)), ("selftext", Quote(selftext)), ("author", "\"SomeWriter\""),
         ("subreddit", "\"TestTown\""), ("created_utc", $"{Noon}"), ("retrieved_on", $"{Noon + 60}"), ("score", "3"),
         ("num_comments", "2"), ("permalink", Quote($"/r/TestTown/comments/{id}/x/")), ("is_self", "true")],
        fields);

    public static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    public static byte[] Bytes(params IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Zstd(byte[] bytes)
    {
        using var compressor = new Compressor(1);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return compressor.Wrap(bytes).ToArray();
    }

    /// <summary>A zstd frame of one raw block that needs a window of 2^31 bytes, as the monthly dumps do.</summary>
    public static byte[] LongWindowZstd(byte[] bytes)
    {
        Assert.InRange(bytes.Length, 0, 128 << 10); // a block holds no more
        var header = new byte[9];
        new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA8 }.CopyTo(header, 0);
        Span<byte> block = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(block, (bytes.Length << 3) | 1);
        block[..3].CopyTo(header.AsSpan(6));
        return [.. header, .. bytes];
    }

    private static string Line((string Name, string? Json)[] usual, (string Name, string? Json)[] fields)
    {
        var own = fields.Select(field => field.Name).ToHashSet();
        var all = fields.Concat(usual.Where(field => !own.Contains(field.Name))).Where(field => field.Json is not null);
        return "{" + string.Join(",", all.Select(field => $"\"{field.Name}\":{field.Json}")) + "}";
    }
}
