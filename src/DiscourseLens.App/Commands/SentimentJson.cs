using System.Text.Json;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Sentiment;

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

    /// <summary>The object <c>explanation</c>: tokens with valence and rules, adding up to the compound.</summary>
    public static void WriteExplanation(Utf8JsonWriter json, SentimentExplanation why)
    {
        json.WriteStartObject("explanation");
        json.WriteStartArray("tokens");
        foreach (var token in why.Tokens)
            Write(json, token);
        json.WriteEndArray();
        json.WriteNumber("sum", why.Sum);
        json.WriteNumber("emphasis", why.Emphasis);
        json.WriteNumber("compound", why.Score.Compound);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedToken token)
    {
        json.WriteStartObject();
        json.WriteString("token", token.Text);
        json.WriteString("role", token.Role);
        json.WriteNumber("lexicon", token.Lexicon);
        json.WriteNumber("valence", token.Valence);
        json.WriteStartArray("steps");
        foreach (var step in token.Steps)
        {
            json.WriteStartObject();
            json.WriteString("rule", step.Rule);
            json.WriteNumber("before", step.Before);
            json.WriteNumber("after", step.After);
            if (step.Cause is not null)
                json.WriteString("cause", step.Cause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
