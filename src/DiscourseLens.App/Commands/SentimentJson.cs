using System.Text.Json;
using DiscourseLens.Scoring.Classifying;

namespace DiscourseLens.App.Commands;

/// <summary>What <c>classify</c> says of sentiment beyond the raw score.</summary>
internal static class SentimentJson
{
    /// <summary>The object <c>variants</c>; its names are those of the view <c>post</c>.</summary>
    public static void WriteVariants(Utf8JsonWriter json, Classification said)
    {
        var variants = said.Variants;
        json.WriteStartObject("variants");
        json.WriteNumber("prose_compound", variants.ProseCompound);
        Write(json, "sentence_mean", variants.SentenceMean);
        Write(json, "positive_share", variants.PositiveShare);
        Write(json, "negative_share", variants.NegativeShare);
        Write(json, "window_compound", said.Window);
        json.WriteNumber("masked_compound", variants.MaskedCompound);
        json.WriteNumber("tokens", variants.Tokens);
        json.WriteNumber("sentences", variants.Sentences);
        json.WriteBoolean("saturated", variants.Saturated);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
