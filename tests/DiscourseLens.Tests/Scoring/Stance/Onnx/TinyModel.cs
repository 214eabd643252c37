using System.Text;

namespace DiscourseLens.Tests.Scoring.Stance.Onnx;

/// <summary>Writes an ONNX file whose logits are the mean over a text's tokens of a row of figures each.</summary>
/// <remarks>The few messages of the format that are needed, written by hand: onnx.proto, IR version 8, operator set 13.</remarks>
internal static class TinyModel
{
    private const int Int64 = 7, Float = 1;

    /// <param name="path">Where to.</param>
    /// <param name="rows">For each token id, what it adds to each logit.</param>
    public static void Write(string path, float[][] rows)
    {
        var width = rows[0].Length;
        byte[] graph =
        [
            .. Node("Gather", ["table", "input_ids"], "rows"),
            .. Node("ReduceMean", ["rows"], "logits", [.. Text(1, "axes"), .. Number(8, 1), .. Number(20, 7)], [.. Text(1, "keepdims"), .. Number(3, 0), .. Number(20, 2)]),
            .. Text(2, "tiny"),
            .. Message(5, [.. Number(1, rows.Length), .. Number(1, width), .. Number(2, Float), .. Text(8, "table"), .. Bytes(9, [.. rows.SelectMany(row => row.SelectMany(BitConverter.GetBytes))])]),
            .. Message(11, Value("input_ids", Int64, ["batch", "length"])),
            .. Message(11, Value("attention_mask", Int64, ["batch", "length"])),
            .. Message(12, Value("logits", Float, ["batch", "labels"])),
        ];
        File.WriteAllBytes(path, [.. Number(1, 8), .. Message(7, graph), .. Message(8, [.. Text(1, ""), .. Number(2, 13)])]);
    }

    private static byte[] Node(string kind, string[] inputs, string output, params byte[][] attributes) => Message(1,
        [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(4, kind), .. attributes.SelectMany(attribute => Message(5, attribute))]);

    private static byte[] Value(string name, int type, string[] shape) =>
    [
        .. Text(1, name),
        .. Message(2, Message(1, [.. Number(1, type), .. Message(2, [.. shape.SelectMany(size => Message(1, Text(2, size)))])])),
    ];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Message(int field, byte[] value) => Bytes(field, value);

    private static byte[] Bytes(int field, byte[] value) => [.. Varint((field << 3) | 2), .. Varint(value.Length), .. value];

    private static List<byte> Varint(long value)
    {
        var bytes = new List<byte>();
        for (; value >= 128; value >>= 7)
            bytes.Add((byte)((value & 127) | 128));
        bytes.Add((byte)value);
        return bytes;
    }
}
