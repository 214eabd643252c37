using System.Buffers;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Repairs lines that were re-exported with the bare tokens NaN and Infinity, which JSON does not know.</summary>
internal static class NotANumber
{
    /// <summary>A copy of the line with such tokens outside strings turned into null, or null where there is none.</summary>
    public static byte[]? Replace(ReadOnlySpan<byte> line)
    {
        var copy = new ArrayBufferWriter<byte>(line.Length + 16);
        var quoted = false;
        var copied = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == (byte)'\\')
            {
                i++;
            }
            else if (line[i] == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (!quoted && TokenLength(line[i..]) is var length and > 0)
            {
                copy.Write(line[copied..i]);
                copy.Write("null"u8);
                copied = i + length;
                i = copied - 1;
            }
        }

        if (copied == 0)
            return null;
        copy.Write(line[copied..]);
        return copy.WrittenSpan.ToArray();
    }

    private static int TokenLength(ReadOnlySpan<byte> at) => at[0] switch
    {
        (byte)'N' when at.StartsWith("NaN"u8) => 3,
        (byte)'I' when at.StartsWith("Infinity"u8) => 8,
        (byte)'-' when at.StartsWith("-Infinity"u8) => 9,
        _ => 0,
    };
}
