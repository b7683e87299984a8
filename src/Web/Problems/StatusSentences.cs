using Huanxin.App.Files;
using Huanxin.Web.Security;

namespace Huanxin.Web.Problems;

/// <summary>One sentence per HTTP status: what happened and what to do next.</summary>
public static class StatusSentences
{
    /// <summary>Heading of the page of a status.</summary>
    public static string TitleOf(int status) => status switch
    {
        400 => "没有办理",
        401 => "请先登录",
        403 => "没有权限",
        404 => "没有找到",
        405 or 415 => "请求不被接受",
        409 => "不予办理",
        413 => "文件太大",
        422 => "请更正",
        429 => "请稍等",
        503 => "暂时不可用",
        _ => "系统出错",
    };

    public static string Of(int status) => status switch
    {
        400 => "提交的内容不完整或页面已过期，没有办理；请返回上一页，刷新后重新提交，填写的内容在返回后仍在。",
        401 => "请先登录。",
        403 => "您的岗位没有这项权限；如确需办理，请联系本单位的系统管理员。",
        404 => "没有找到这个页面或这条记录，它可能不在您的管辖范围内。",
        405 => "这个地址不接受这种请求方式。",
        409 => "当前状态下不能办理。",
        413 => $"一次提交最多 {FileLabels.SizeLabel(FormLimits.LargestRequest)}，其中一项文字最多 {FileLabels.SizeLabel(FormLimits.LargestText)}；这次超过了，没有保存，请压缩或拆分后再上传。",
        415 => "这个地址不接受这种格式的内容。",
        422 => "请求的内容有误，请按逐项说明更正。",
        429 => "操作过于频繁，请等一分钟后再试。",
        500 => "系统出错，已记录；没有保存的内容请稍后重新提交。",
        503 => "系统暂时不可用，请稍后重试。",
        _ => "请求没有完成，请稍后重试。",
    };
}
